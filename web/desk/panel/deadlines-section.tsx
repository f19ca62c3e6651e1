import type { Case } from "../api/types.ts"
import { Tag } from "../parts/tag.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

const DEADLINES = ["firstAnswer", "nextAnswer", "resolution"] as const

export function DeadlinesSection({ one }: { one: Case }) {
  const { say, when, moment, span } = useWords()
  const now = useNow()
  const { deadlines } = one
  const due = DEADLINES.flatMap((name) => (deadlines[name] ? [{ name, at: deadlines[name] }] : []))
  if (due.length === 0 && !deadlines.paused) return null
  return (
    <Section title={say("panel.deadlines")}>
      {deadlines.paused && <p className="panel-line panel-dim">{say("deadline.paused")}</p>}
      <dl className="facts">
        {due.map(({ name, at }) => (
          <div key={name}>
            <dt>{say(`deadline.${name}`)}</dt>
            <dd title={moment(at)}>
              {Date.parse(at) < now ? (
                <Tag tone="hot" icon="clock">
                  {say("row.late", { span: span(now - Date.parse(at)) })}
                </Tag>
              ) : (
                when(at, now)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
