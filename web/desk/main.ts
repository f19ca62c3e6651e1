import { learn } from "#words/desk"
import { firstSight } from "./api/first-sight.ts"
import { languageHere } from "./words/language-here.ts"

/** Small, so that it runs while the rest is on its way: what is shown first and its words are asked for at once, in the reader's language. */
async function begin(): Promise<void> {
  const words = firstSight.then((first) => learn(first?.me?.language ?? languageHere()))
  const [{ start }, first] = await Promise.all([import("./app.tsx"), firstSight, words])
  await start(first)
}

void begin().catch(() => document.getElementById("not-fetched")?.removeAttribute("hidden")) // not awaited here: what it imports imports from this file's neighbours
