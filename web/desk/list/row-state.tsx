import type { Case } from "../api/types.ts"
import { Tag, type Tone } from "../parts/tag.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"

const HOUR = 3_600_000

/** The silence scale: cool under four hours, warm from four, bold warm from a day, hot from three. */
export function waitTone(waited: number): Tone {
  return waited >= 72 * HOUR ? "hot" : waited >= 24 * HOUR ? "bold" : waited >= 4 * HOUR ? "warm" : "calm"
}

/** At most three marks, the gravest of those there are: contradiction, broken promise, deadline, promise, silence or sleep. */
export function RowState({ one }: { one: Case }) {
  const { say, span, when } = useWords()
  const now = useNow()
  const { next, paused } = one.deadlines
  const promise = one.openPromises[0]
  const left = next === null || paused ? null : Date.parse(next) - now
  const waited = one.waitingSince === null ? null : now - Date.parse(one.waitingSince)
  const marks = [
    one.contradictions.length > 0 && (
      <Tag key="contradiction" tone="hot" icon="contradiction">
        <span className="row-mark">{say("row.contradiction")}</span>
      </Tag>
    ),
    one.promiseBroken && (
      <Tag key="broken" tone="hot" icon="broken">
        <span className="row-mark">{say("row.broken")}</span>
      </Tag>
    ),
    left !== null && left < 24 * HOUR && (
      <Tag key="deadline" tone={left < 0 ? "bold" : left < 2 * HOUR ? "warm" : "calm"} icon="clock">
        {left < 0 ? say("row.late", { span: span(-left) }) : say("row.left", { span: span(left) })}
      </Tag>
    ),
    promise && (
      <Tag key="promise" tone={Date.parse(promise.dueAt) - now < 4 * HOUR ? "warm" : "calm"} icon="promises">
        <span className="unseen">{say("row.promised")} </span>
        {when(promise.dueAt, now)}
      </Tag>
    ),
  ].filter(Boolean)
  return (
    <span className="row-states">
      {marks.slice(0, waited === null && !one.snoozedUntil ? 3 : 2)}
      {waited !== null && (
        <Tag tone={waitTone(waited)} icon="waiting">
          <span className="unseen">{say("row.waits")} </span>
          {span(waited)}
        </Tag>
      )}
      {waited === null && one.snoozedUntil && <Tag icon="snoozed">{when(one.snoozedUntil, now)}</Tag>}
    </span>
  )
}
