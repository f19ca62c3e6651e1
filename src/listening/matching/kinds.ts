/**
 * Kinds of terms that aren't words of the text; each term of theirs has the name in front (`author:camille`), which no word can have.
 * Words with a sign (`#acme`) are a kind of their own, for wildcards.
 */
export type Kind =
  | ""
  | "#"
  | "@"
  | "title:"
  | "title:#"
  | "title:@"
  | "author:"
  | "url:"
  | "site:"
  | "lang:"
  | "source:"
  | "country:"
  | "has:"
  | "raw:"

const KIND = /^(title:[#@](?=.)|title:|author:|url:|site:|lang:|source:|country:|has:|raw:|#(?=.)|@(?=.))/su

export const kindOfTerm = (name: string): Kind => (KIND.exec(name)?.[1] ?? "") as Kind

/** How a word of this kind is named. */
export const nameOfTerm = (kind: Kind, word: string): string => (/[#@]$/.test(kind) ? kind.slice(0, -1) : kind) + word

/** Before texts were seen: in what share of them a term is, by its kind, or by the letters of the word. */
const BY_KIND: Readonly<Record<string, number>> = { "lang:": 0.5, "source:": 0.3, "country:": 0.3, "has:": 0.3, "site:": 0.01 }
const BY_LENGTH = [0.2, 0.2, 0.3, 0.15, 0.05, 0.02, 0.008, 0.004, 0.002]

export const guessShare = (kind: Kind, word: string): number =>
  BY_KIND[kind] ?? BY_LENGTH[Math.min(BY_LENGTH.length - 1, word.replace(/[*?]/g, "").length)]!
