import type { desk } from "./en/desk.ts"
import { fill, type Sentence } from "./fill.ts"

/** The desk's own sentences, light enough for a browser: no other room's words, nothing of the server, one language at a time. */
export type DeskKey = keyof typeof desk
export type DeskLanguage = "en" | "fr"
export type DeskValues = Readonly<Record<string, string | number>>

const LEARNT: Record<DeskLanguage, Partial<Record<DeskKey, Sentence>>> = { en: {}, fr: {} }
const FETCHED = new Map<string, Promise<void>>()

/** Whether somebody has gone where the rest is said. */
let whole = false

/** Fetches a language, once: what is said where cases are worked on, and the rest when it has been asked for. Nothing can be said in it before. */
export async function learn(language: DeskLanguage): Promise<void> {
  await part(language, "first")
  if (whole) await part(language, "rest")
}

/** Fetches all of a language, and from now on of any other that is learnt. */
export async function learnWhole(language: DeskLanguage): Promise<void> {
  whole = true
  await learn(language)
}

async function part(language: DeskLanguage, which: "first" | "rest"): Promise<void> {
  const name = `${language} ${which}`
  const coming = FETCHED.get(name) ?? fetched(language, which)
  FETCHED.set(name, coming)
  try {
    await coming
  } catch (error) {
    FETCHED.delete(name) // asked for again, it may come
    throw error
  }
}

async function fetched(language: DeskLanguage, which: "first" | "rest"): Promise<void> {
  const french = language === "fr"
  const words =
    which === "first"
      ? (await (french ? import("./fr/desk-first.ts") : import("./en/desk-first.ts"))).first
      : (await (french ? import("./fr/desk-rest.ts") : import("./en/desk-rest.ts"))).rest
  Object.assign(LEARNT[language], words)
}

/** The sentence behind a key, with its gaps filled; a key shows itself in a language that wasn't learnt. */
export function say(language: DeskLanguage, key: DeskKey, values: DeskValues = {}): string {
  const sentence = LEARNT[language][key]
  return sentence === undefined ? key : fill(language, sentence, values, true)
}

/** Whether the desk has a sentence for a code that the server sent: `outbox.reason.${code}`. */
export function isDeskKey(key: string): key is DeskKey {
  return Object.hasOwn(LEARNT.en, key) || Object.hasOwn(LEARNT.fr, key)
}

/** The names of signs in a language, for whoever looks for one while writing. */
export async function emojiNames(language: DeskLanguage): Promise<Readonly<Record<string, string>>> {
  return (await (language === "fr" ? import("./fr/emoji.ts") : import("./en/emoji.ts"))).emoji
}
