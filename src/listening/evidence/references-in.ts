import { fold } from "../text/fold.ts"

/** As two are compared: `ge 77120`, `GE-77120` and `GE77120` are one. */
export const plainReference = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, "")

const NUMBERED = /(?<![\p{L}\p{N}@#])(?:\p{L}{1,6}[-–/. ]?)?\d[\p{L}\d/–-]{3,24}(?![\p{L}\p{N}])/gu
/** A year, a month or a day. */
const DAY = /^(?:19|20)\d\d(?:0\d|1[0-2])?(?:[0-2]\d|3[01])?$/
const CASE =
  /(?:#|\b(?:dossier|case|ticket|r[ée]f(?:[ée]rence)?|num[ée]ro|number|n[°ºo])\.?\s*(?:n[°ºo]\.?|number|num[ée]ro|#|:)?\s*#?)(\d{2,9})(?!\d)/giu

/** What may be order or customer numbers in a text: at least five letters and digits, no year, no hour, no price. */
export function referencesIn(text: string): { written: string; plain: string }[] {
  const found = (text.match(NUMBERED) ?? []).flatMap((written) => {
    const whole = { written, plain: plainReference(written) }
    // "commande 77120": the word before isn't part of it, or is.
    const tail = /\d[\p{L}\d/–-]*$/u.exec(written)?.[0] ?? ""
    const part = { written: tail, plain: plainReference(tail) }
    return isDated(written, part.plain) ? [part] : [whole, part]
  })
  const telling = found.filter(({ plain }) => isReference(plain))
  return [...new Map(telling.map((one) => [one.plain, one])).values()].slice(0, 40)
}

/** "since 2011": a word of everyday before a year. "GE 2011" may be a number. */
const isDated = (written: string, tail: string): boolean => DAY.test(tail) && /^\p{L}*\p{Ll}\p{L}*\.? /u.test(written)

/** Fewer than five signs, or fewer than three digits, are met by chance. */
export function isReference(plain: string): boolean {
  return plain.length >= 5 && plain.length <= 30 && (plain.match(/\d/g)?.length ?? 0) >= 3 && !DAY.test(plain)
}

/** Numbers that a text calls a case's. */
export function caseNumbersIn(text: string): { written: string; number: number }[] {
  return [...text.matchAll(CASE)].map(([written, digits]) => ({ written: written.trim(), number: Number(digits) })).slice(0, 20)
}

const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const PHONE = /(?<![\p{L}\p{N}])\+?\d[\d ().\u00a0-]{6,20}\d(?!\d)/gu

/** Mail addresses and telephone numbers in a text, as compared by `plainAddress`. */
export function addressesIn(text: string): { written: string; plain: string }[] {
  return [...(text.match(MAIL) ?? []), ...(text.match(PHONE) ?? [])]
    .map((written) => ({ written, plain: plainAddress(written) }))
    .filter(({ plain }) => plain !== "")
    .slice(0, 20)
}

/** A mail address in small letters; of a number its last nine digits, for the country's code is often left out. */
export function plainAddress(text: string): string {
  if (text.includes("@")) return text.trim().toLowerCase()
  const digits = text.replace(/\D/g, "")
  return digits.length >= 8 ? digits.slice(-9) : ""
}
