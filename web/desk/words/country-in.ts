/** A country by its name; what isn't a country's code as it was told. */
export const countryIn = (language: string, code: string): string =>
  /^[A-Za-z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(code) ?? code) : code
