/**
 * A telephone number as it is compared. Clearly international (it begins with + or 00): E.164, with an extension as RFC 3966 writes
 * it. Anything else keeps its digits, for a country can't be guessed. Null when the text is no number.
 */
export function normalisePhone(text: string): string | null {
  const found = /^(.*?)(?:\s*(?:ext\.?|poste|x|;ext=|#)\s*(\d{1,6}))?$/i.exec(text.normalize("NFKC").trim())
  const number = found?.[1] ?? ""
  if (!/^(?:tel:)?\+?[\d\s()./\u2010-\u2015-]+$/i.test(number)) return null
  const international = /^(?:tel:)?\s*(?:\+|00(?=[1-9 ]))/i
  const is = international.test(number)
  // "+33 (0)6…": the zero is for those who call from inside the country.
  const digits = (is ? number.replace(international, "").replace(/\(0\)/, "") : number).replace(/\D/g, "")
  const extension = found?.[2] ? `;ext=${found[2]}` : ""
  if (is) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}${extension}` : null
  return /^\d{3,15}$/.test(digits) ? `${digits}${extension}` : null
}
