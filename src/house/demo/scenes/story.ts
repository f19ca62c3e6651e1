import type { TeamKey } from "../company/company.ts"
import type { Tongue } from "../company/customer.ts"
import type { Door } from "../speech/topic.ts"
import type { Scene, Telling } from "./scene.ts"

/** Which door of each team is written to in a language. */
const DOORS: Readonly<Record<Tongue, Readonly<Record<TeamKey, Door>>>> = {
  fr: { members: "bonjour", flowers: "fleurs", line: "fil", travel: "escale", accounts: "comptes", voice: "presse" },
  en: { members: "hello", flowers: "flowers", line: "line", travel: "travel", accounts: "accounts", voice: "press" },
}

/** A story, told once in each language: the same happens on both shores, to other people and in their own words. */
export function story<Words>(
  key: string,
  number: number,
  words: Readonly<Record<Tongue, Words>>,
  tell: (words: Words, doors: (typeof DOORS)[Tongue], tongue: Tongue) => Telling,
): Scene {
  return { key, story: number, told: { fr: tell(words.fr, DOORS.fr, "fr"), en: tell(words.en, DOORS.en, "en") } }
}
