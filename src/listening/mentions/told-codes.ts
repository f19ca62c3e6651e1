/**
 * A language as sources write it, as a tag of BCP 47: `en_US` is `en-US`, of a list (`fr,en;q=0.8`) the first. Null: it is none, and its
 * words may tell it.
 */
export function languageTold(told: string | null): string | null {
  const [first = ""] = (told ?? "").trim().split(/[\s,;]/)
  const parts = first.replaceAll("_", "-")
  try {
    const { baseName, language } = new Intl.Locale(parts)
    if (language === "und") return null
    return baseName.length <= 35 ? baseName : language
  } catch {
    return null // a stranger's server writes anything
  }
}

/** A country by its two letters of ISO 3166; what is written otherwise (`1A`, `Germany`) is none. */
export function countryTold(told: string | null): string | null {
  const code = (told ?? "").trim().toUpperCase()
  return /^[A-Z]{2}$/.test(code) ? code : null
}
