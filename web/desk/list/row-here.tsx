import type { ReactNode } from "react"
import { usePresence } from "../api/presence.ts"
import type { Id } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** Who is in a case right now: the one who answers before the one who looks. Null: nobody else. */
export function useHere(caseId: Id): { words: string; doing: "viewing" | "replying" | "noting" } | null {
  const { say } = useWords()
  const people = usePresence(caseId)
  const first = people.find(({ doing }) => doing === "replying") ?? people.find(({ doing }) => doing === "noting") ?? people[0]
  if (!first) return null
  const more = people.length - 1
  const words = say(`here.${first.doing}`, { name: first.name })
  return { words: more > 0 ? say("here.more", { words, count: more }) : words, doing: first.doing }
}

/** The same in a row, in the place of the last words while it lasts. */
export function RowHere({ caseId, children }: { caseId: Id; children: ReactNode }) {
  const here = useHere(caseId)
  if (!here) return children
  return (
    <span className="row-here" data-doing={here.doing}>
      <Icon name={here.doing === "viewing" ? "shown" : "write"} />
      <span className="row-here-words">{here.words}</span>
    </span>
  )
}
