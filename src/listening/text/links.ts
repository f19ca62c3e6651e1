const LINK = /(?:https?:\/\/|www\.)[^\s<>"«»“”]+/iy
const AFTER_A_LINK = ".,;:!?)]}'’…"

/** Where the link that begins here ends, without the punctuation after it; -1 when none begins. */
export function linkEnd(text: string, at: number): number {
  LINK.lastIndex = at
  if (!LINK.test(text)) return -1
  let end = LINK.lastIndex
  while (AFTER_A_LINK.includes(text[end - 1]!)) end--
  return end
}

/** The words of an address, without what every address begins with; what lies within it is no link of its own. */
export const wordsOfAddress = (address: string): string => address.replace(/https?:\/\/|\bwww\./gi, "")

/** The host of an address, without `www.` and port, in lower case: `shop.acme.example`; empty when there is none. */
export function hostOf(address: string): string {
  const rest = address.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
  const host = /^(?:[^/?#@]*@)?([^/?#:]*)/.exec(rest)?.[1] ?? ""
  return host
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "")
}
