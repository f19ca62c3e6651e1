import { desk as en } from "./en/desk.ts"
import { fill, type Sentence } from "./fill.ts"
import { desk as fr } from "./fr/desk.ts"

/** The desk's own sentences, light enough for a browser: no other room's words, nothing of the server. */
export type DeskKey = keyof typeof en
export type DeskLanguage = "en" | "fr"
export type DeskValues = Readonly<Record<string, string | number>>

const CATALOGUE: Record<DeskLanguage, Record<DeskKey, Sentence>> = { en, fr }

export function say(language: DeskLanguage, key: DeskKey, values: DeskValues = {}): string {
  return fill(language, CATALOGUE[language][key], values)
}

/** Whether the desk has a sentence for a code that the server sent: `outbox.reason.${code}`. */
export function isDeskKey(key: string): key is DeskKey {
  return Object.hasOwn(en, key)
}
