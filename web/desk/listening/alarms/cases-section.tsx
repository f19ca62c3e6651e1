import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Section } from "../../figures/section.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import type { Id } from "../../api/types.ts"
import { useWords } from "../../words/use-words.ts"
import { type AlarmCases, alarmCasesQuery } from "./api.ts"

/** Open cases that belong to a surge, and why: those of before it was called, and those since. */
export function AlarmCasesSection({ id }: { id: Id }) {
  const { say, list } = useWords()
  const found = useQuery(alarmCasesQuery(id))
  if (found.isPending) return null
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const { until, since } = found.data
  const reasons = (["tie", "query", "words", "product"] as const).flatMap((reason) =>
    until.counts[reason] ? [say(`listen.alarmCases.by.${reason}`, { count: until.counts[reason] })] : [],
  )
  const answer =
    until.total === 0 ? say("listen.alarmCases.none") : say("listen.alarmCases.answer", { count: until.total, reasons: list(reasons) })
  return (
    <Section title={say("listen.alarmCases")} answer={answer}>
      <Cases label={say("listen.alarmCases")} cases={until} />
      {since.total > 0 && (
        <>
          <h3>{say("listen.alarmCases.since", { count: since.total })}</h3>
          <Cases label={say("listen.alarmCases.since", { count: since.total })} cases={since} />
        </>
      )}
    </Section>
  )
}

function Cases({ label, cases: { items, total } }: { label: string; cases: AlarmCases }) {
  const { say } = useWords()
  if (items.length === 0) return null
  return (
    <>
      <ul className="alarm-cases" aria-label={label}>
        {items.map(({ id, number, subject, reasons, at }) => (
          <li key={id}>
            <Link className="link" to="/cases/$number" params={{ number: String(number) }} search={{}}>
              {subject || say("case.noSubject")} · {number}
            </Link>
            {reasons.map((reason) => (
              <Tag key={reason} tone={reason === "tie" ? "bold" : "calm"}>
                {say(`listen.alarmCases.${reason}`)}
              </Tag>
            ))}
            {at && <Time at={at} />}
          </li>
        ))}
      </ul>
      {total > items.length && <p className="figures-aside">{say("listen.alarmCases.more", { count: total - items.length })}</p>}
    </>
  )
}
