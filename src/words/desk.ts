import type { desk } from "./en/desk.ts"
import { fill, type Sentence } from "./fill.ts"

/** The desk's own sentences, light enough for a browser: no other room's words, nothing of the server, one language at a time. */
export type DeskKey = keyof typeof desk
export type DeskLanguage = "en" | "fr"
export type DeskValues = Readonly<Record<string, string | number>>

const LEARNT: Partial<Record<DeskLanguage, Readonly<Record<DeskKey, Sentence>>>> = {}

/** Fetches a language, once. Nothing can be said in it before. */
export async function learn(language: DeskLanguage): Promise<void> {
  LEARNT[language] ??= (await (language === "fr" ? import("./fr/desk.ts") : import("./en/desk.ts"))).desk
}

/** The sentence behind a key, with its gaps filled; a key shows itself in a language that wasn't learnt. */
export function say(language: DeskLanguage, key: DeskKey, values: DeskValues = {}): string {
  const sentence = LEARNT[language]?.[key]
  return sentence === undefined ? key : fill(language, sentence, values)
}

/** Whether the desk has a sentence for a code that the server sent: `outbox.reason.${code}`. */
export function isDeskKey(key: string): key is DeskKey {
  return Object.values(LEARNT).some((words) => Object.hasOwn(words, key))
}

/** The names of signs in a language, for whoever looks for one while writing. */
export async function emojiNames(language: DeskLanguage): Promise<Readonly<Record<string, string>>> {
  return (await (language === "fr" ? import("./fr/emoji.ts") : import("./en/emoji.ts"))).emoji
}
