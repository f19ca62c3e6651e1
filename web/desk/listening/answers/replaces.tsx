import { useQuery } from "@tanstack/react-query"
import type { Id } from "../../api/types.ts"
import { Icon } from "../../parts/icon.tsx"
import { useWords } from "../../words/use-words.ts"
import { standingQuery } from "./api.ts"

/** Where a place keeps one answer: what this one takes the place of, said before it is sent. */
export function Replaces({ mentionId, accountId }: { mentionId: Id; accountId: Id }) {
  const { say } = useWords()
  const { data } = useQuery(standingQuery(mentionId, accountId))
  const stands = data?.text ?? null
  return (
    <div className="answer-replaces" role="status" data-stands={stands !== null || undefined}>
      <p>
        <Icon name={stands === null ? "help" : "warning"} />
        <span>{say(stands === null ? "answer.keepsOne" : "answer.replaces")}</span>
      </p>
      {stands !== null && (
        <blockquote dir="auto" aria-label={say("answer.standsNow")}>
          {stands}
        </blockquote>
      )}
      {data?.trouble && <p className="help">{data.trouble.detail}</p>}
    </div>
  )
}
