import { namedReference } from "./named-references.ts"

/** What is met most, and without its semicolon too. */
const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["eacute", "é"],
  ["egrave", "è"],
  ["agrave", "à"],
  ["ccedil", "ç"],
  ["ecirc", "ê"],
  ["ouml", "ö"],
  ["uuml", "ü"],
  ["auml", "ä"],
  ["szlig", "ß"],
  ["euro", "€"],
  ["hellip", "…"],
  ["rsquo", "’"],
  ["lsquo", "‘"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["copy", "©"],
  ["reg", "®"],
])
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,31}\d{0,2}));?/g

/** Decodes the character references of HTML; what is none stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED.get(name) ?? (whole.endsWith(";") ? namedReference(name) : null) ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : "\ufffd"
  })
}
