import type { Case } from "../api/types.ts"
import { Tag } from "../parts/tag.tsx"
import { useMayAct } from "../shell/me.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { DeadlineMenu } from "./deadline-menu.tsx"
import { Section } from "./section.tsx"

const DEADLINES = ["firstAnswer", "nextAnswer", "resolution"] as const

/** What is due by when; each is moved or taken away where it is read. */
export function DeadlinesSection({ one }: { one: Case }) {
  const { say, when, moment, span } = useWords()
  const may = useMayAct()
  const now = useNow()
  const { deadlines } = one
  const { paused, running, byHand } = deadlines
  const shown = DEADLINES.filter((name) => deadlines[name] || byHand.includes(name) || (may && running.includes(name)))
  if (shown.length === 0 && !paused) return null
  return (
    <Section title={say("panel.deadlines")}>
      {paused && <p className="panel-line panel-dim">{say("deadline.paused")}</p>}
      <dl className="facts">
        {shown.map((name) => {
          const at = deadlines[name]
          return (
            <div key={name}>
              <dt>{say(`deadline.${name}`)}</dt>
              <dd className="due" title={at ? moment(at) : undefined}>
                <span>
                  {at === null ? (
                    <span className="panel-dim">{say("deadline.none")}</span>
                  ) : Date.parse(at) < now ? (
                    <Tag tone="hot" icon="clock">
                      {say("row.late", { span: span(now - Date.parse(at)) })}
                    </Tag>
                  ) : (
                    when(at, now)
                  )}
                  {byHand.includes(name) && <small> · {say("deadline.byHand")}</small>}
                </span>
                {may && running.includes(name) && <DeadlineMenu one={one} name={name} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
