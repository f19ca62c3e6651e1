/** A language by its name; what isn't a language's tag as it was told. */
export function languageIn(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag.replaceAll("_", "-")) ?? tag
  } catch {
    return tag // a source may have written anything
  }
}
