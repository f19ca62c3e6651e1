import { usePresence } from "../api/presence.ts"
import type { Id } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** Colleagues who are answering in this case too, said before a second answer is begun. */
export function OthersHere({ caseId }: { caseId: Id }) {
  const { say, list } = useWords()
  const names = usePresence(caseId)
    .filter(({ doing }) => doing === "replying")
    .map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <p className="composer-line others-here" role="status">
      <Icon name="write" />
      <span>{say("others.replying", { names: list(names), count: names.length })}</span>
    </p>
  )
}
