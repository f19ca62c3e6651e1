/** A text without what PostgreSQL holds in none: NUL, and halves of letters. */
export const fit = (text: string): string => text.replaceAll("\0", "").toWellFormed()

/** NUL, and surrogates that JSON.stringify escapes because they stand alone. */
const UNFIT = /\\u(?:0000|d[89a-f])/

/** JSON that PostgreSQL takes: what its texts can't hold is left out. */
export function fitJson(value: unknown): string {
  const text = JSON.stringify(value)
  return UNFIT.test(text) ? JSON.stringify(value, (_, one: unknown) => (typeof one === "string" ? fit(one) : one)) : text
}

/** Parameters of a statement that hold NUL, which ends the whole statement, are given without. */
export function fitParameter(value: unknown): unknown {
  if (typeof value === "string") return value.includes("\0") ? value.replaceAll("\0", "") : value
  return Array.isArray(value) ? value.map(fitParameter) : value
}
