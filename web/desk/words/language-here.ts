import type { DeskLanguage } from "#words/desk"
import { readHere } from "../api/browser-store.ts"

export const KEPT_LANGUAGE = "vigie.language"

/** Before it is known who is there: the language used last here, or the browser's. */
export function languageHere(): DeskLanguage {
  const kept = readHere(KEPT_LANGUAGE)
  if (kept === "en" || kept === "fr") return kept
  return navigator.languages.find((tag) => /^(fr|en)\b/.test(tag))?.startsWith("fr") ? "fr" : "en"
}
