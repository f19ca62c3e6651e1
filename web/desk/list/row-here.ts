import { type Somebody, usePresence } from "../api/presence.ts"
import type { Id } from "../api/types.ts"
import { type Words, useWords } from "../words/use-words.ts"

export interface Here {
  words: string
  doing: Somebody["doing"]
}

/** Who is in a case right now: the one who answers before the one who looks. Null: nobody else. */
export function hereOf(people: readonly Somebody[], { say }: Words): Here | null {
  const first = people.find(({ doing }) => doing === "replying") ?? people.find(({ doing }) => doing === "noting") ?? people[0]
  if (!first) return null
  const more = people.length - 1
  const words = say(`here.${first.doing}`, { name: first.name })
  return { words: more > 0 ? say("here.more", { words, count: more }) : words, doing: first.doing }
}

export function useHere(caseId: Id): Here | null {
  return hereOf(usePresence(caseId), useWords())
}
