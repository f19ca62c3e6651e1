import type { Case } from "../api/types.ts"
import { Tag, type Tone } from "../parts/tag.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"

const HOUR = 3_600_000

/** How long somebody has waited, in three heats. */
export function waitTone(waited: number): Tone {
  return waited > 24 * HOUR ? "hot" : waited > 4 * HOUR ? "warm" : "calm"
}

/** The one thing a row must say: contradiction, missed deadline, silence, promise, sleep. */
export function RowState({ one }: { one: Case }) {
  const { say, span, when } = useWords()
  const now = useNow()
  const { next, paused } = one.deadlines
  const promise = one.openPromises[0]
  const late = next !== null && !paused && Date.parse(next) < now
  return (
    <span className="row-states">
      {one.contradictions.length > 0 && (
        <Tag tone="hot" icon="warning">
          {say("row.contradiction")}
        </Tag>
      )}
      {late && next && (
        <Tag tone="hot" icon="clock">
          {say("row.late", { span: span(now - Date.parse(next)) })}
        </Tag>
      )}
      {!late && promise && (
        <Tag tone={Date.parse(promise.dueAt) < now ? "hot" : "warm"} icon="promises">
          {when(promise.dueAt, now)}
        </Tag>
      )}
      {!late && one.waitingSince && (
        <Tag tone={waitTone(now - Date.parse(one.waitingSince))} icon="waiting">
          <span className="unseen">{say("row.waits")} </span>
          {span(now - Date.parse(one.waitingSince))}
        </Tag>
      )}
      {one.snoozedUntil && <Tag icon="snoozed">{when(one.snoozedUntil, now)}</Tag>}
    </span>
  )
}
