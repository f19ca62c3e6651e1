/** Why a mail of the corpus is read otherwise by us, where both readings can be defended. */
const REASONS: Record<string, string> = {
  "rfc/001.eml": "a file name is shown without its folders",
  "malformed/001.eml": "a part that is never closed is text to us, a file to the reference",
  "malformed/002.eml": "a multipart without any part is the text it holds",
  "malformed/003.eml": "a part that is never closed is text",
  "malformed/004.eml": "a part that is never closed is text",
  "malformed/006.eml": "a part that is never closed is text",
  "malformed/007.eml": "an empty part that is never closed is no file",
  "malformed/008.eml": "a part that is never closed is text",
  "malformed/009.eml": "an outer delimiter ends an inner multipart that was never closed",
  "malformed/011.eml": "an outer delimiter ends an inner multipart that was never closed",
  "malformed/012.eml": "an outer delimiter ends an inner multipart that was never closed",
  "malformed/016.eml": "an outer delimiter ends an inner multipart that was never closed",
  "malformed/020.eml": "of two Content-Type fields the first counts, as in all our headers",
  "malformed/021.eml": "of two Content-Type fields the first counts, as in all our headers",
  "thirdparty/002.eml": "base64 ends with its padding, and what is no base64 is shown as it stands",
  "thirdparty/015.eml": "three messages stand side by side; the reference has two of them inside the first",
}

export function reasonFor(name: string): string {
  return REASONS[name] ?? "not looked into yet"
}
