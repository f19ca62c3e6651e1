import { givenName, isMultipart, type Part } from "./part.ts"

/** Which leaves of a mail are its text, which its HTML, and which are files. A part may be both text and HTML. */
export interface BodyParts {
  text: Part[]
  html: Part[]
  attachments: Part[]
}

/** Sorts a mail's leaves as RFC 8621 § 4.1.4 says, so that what is read doesn't depend on who reads. */
export function sortParts(root: Part): BodyParts {
  const found: BodyParts = { text: [], html: [], attachments: [] }
  sort([root], "mixed", false, found.text, found.html, found.attachments)
  return found
}

/** Inside an alternative, a part of one kind ends the list of the other kind from there on: hence the parameters that become null. */
function sort(
  parts: Part[],
  container: string,
  inAlternative: boolean,
  text: Part[] | null,
  html: Part[] | null,
  attachments: Part[],
): void {
  const textBefore = text?.length ?? -1
  const htmlBefore = html?.length ?? -1
  for (const [index, part] of parts.entries()) {
    if (isMultipart(part) && part.children.length) {
      const kind = part.type.slice("multipart/".length)
      sort(part.children, kind, inAlternative || kind === "alternative", text, html, attachments)
    } else if (!isBody(part, index, container)) {
      attachments.push(part)
    } else if (container === "alternative") {
      ;(part.type === "text/html" ? html : text)?.push(part)
    } else {
      if (inAlternative && part.type === "text/plain") html = null
      if (inAlternative && part.type === "text/html") text = null
      text?.push(part)
      html?.push(part)
    }
  }
  if (container !== "alternative" || !text || !html) return
  if (text.length === textBefore) text.push(...html.slice(htmlBefore))
  else if (html.length === htmlBefore) html.push(...text.slice(textBefore))
}

/** A multipart without any delimiter is the text that it holds. */
function isBody(part: Part, index: number, container: string): boolean {
  if (part.disposition.value === "attachment") return false
  if (part.type !== "text/plain" && part.type !== "text/html" && !isMultipart(part)) return false
  return index === 0 || (container !== "related" && !givenName(part))
}
