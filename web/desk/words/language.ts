import { learn, type DeskLanguage } from "#words/desk"
import { newStore } from "../api/store.ts"

const KEPT = "vigie.language"

function first(): DeskLanguage {
  const kept = localStorage.getItem(KEPT)
  if (kept === "en" || kept === "fr") return kept
  return navigator.languages.find((tag) => /^(fr|en)\b/.test(tag))?.startsWith("fr") ? "fr" : "en"
}

/** The language of the desk: the agent's own once signed in, before that the one used last here, or the browser's. */
export const language = newStore<DeskLanguage>(first())

/** Speaks a language as soon as its words are here; until then, and if they can't be fetched, the one before. */
export async function speak(next: DeskLanguage): Promise<void> {
  localStorage.setItem(KEPT, next)
  await learn(next)
  document.documentElement.lang = next
  language.set(next)
}
