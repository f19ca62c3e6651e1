import { emojiNames } from "#words/desk"
import type { CaretSource } from "./caret-source.ts"
import { fits } from "./called.ts"

/** A short list of signs, by their names in the desk's language or the other. */
export const emoji: CaretSource = {
  sign: ":",
  kinds: ["reply", "note"],
  least: 2,
  label: ({ say }) => say("caret.emoji"),
  search: async (typed, { words }) => {
    const [own, other] = await Promise.all([emojiNames(words.language), emojiNames(words.language === "fr" ? "en" : "fr")])
    return Object.entries(own)
      .filter(([glyph, names]) => fits(typed, names) || fits(typed, other[glyph] ?? ""))
      .map(([glyph, names]) => ({ id: glyph, words: names.split(",")[0] ?? "", glyph }))
  },
  insert: ({ id }) => Promise.resolve(id),
}
