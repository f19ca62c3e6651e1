import { learn, type DeskLanguage } from "#words/desk"
import { writeHere } from "../api/browser-store.ts"
import { newStore } from "../api/store.ts"
import { KEPT_LANGUAGE, languageHere } from "./language-here.ts"

/** The language of the desk: the agent's own once signed in, before that the one used last here, or the browser's. */
export const language = newStore<DeskLanguage>(languageHere())

/** Speaks a language as soon as its words are here; until then, and if they can't be fetched, the one before. */
export async function speak(next: DeskLanguage): Promise<void> {
  writeHere(KEPT_LANGUAGE, next)
  await learn(next)
  document.documentElement.lang = next
  language.set(next)
}
