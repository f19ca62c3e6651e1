import { safeLink } from "#markup"

export interface TextLink {
  start: number
  end: number
  href: string
}

const CANDIDATE =
  /\b(?:https?:\/\/|www\.|mailto:|tel:\+?[0-9])[^\s<>"'`{}|\\^\u0000-\u0020\u007f-\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,2000}/gi
const EMAIL = /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g

/** The addresses in a text that may be links, in order, none overlapping. */
export function* linksIn(text: string): Generator<TextLink> {
  const found = [...matches(text, CANDIDATE, webAddress), ...matches(text, EMAIL, (address) => `mailto:${address}`)]
  let free = 0
  for (const link of found.toSorted((a, b) => a.start - b.start)) {
    if (link.start < free) continue
    free = link.end
    yield link
  }
}

function* matches(text: string, pattern: RegExp, addressOf: (found: string) => string): Generator<TextLink> {
  for (const match of text.matchAll(pattern)) {
    const found = withoutTail(match[0])
    const href = safeLink(addressOf(found))
    if (href) yield { start: match.index, end: match.index + found.length, href }
  }
}

function webAddress(found: string): string {
  return /^www\./i.test(found) ? `https://${found}` : found
}

/** Punctuation at the end belongs to the sentence, a closing bracket too unless its opening is in the address. */
function withoutTail(found: string): string {
  let end = found.length
  while (end > 0 && /[.,;:!?*_~)\]»”’]/.test(found[end - 1]!)) {
    if (found[end - 1] === ")" && found.slice(0, end).includes("(")) break
    end--
  }
  return found.slice(0, end)
}
