import { learnWhole } from "#words/desk"
import { language } from "./language.ts"

/** What is fetched late, with the words that are said only there. */
export async function worded<T>(fetched: Promise<T>): Promise<T> {
  const [part] = await Promise.all([fetched, learnWhole(language.get())])
  return part
}
