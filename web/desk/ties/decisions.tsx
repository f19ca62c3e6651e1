import { useQuery } from "@tanstack/react-query"
import { mentionDecisionsQuery } from "../api/ties.ts"
import type { MentionDecision } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"

/** What holds, and what was decided before. */
export function Decisions({ caseId, mentionId }: { caseId: string; mentionId: string }) {
  const { say } = useWords()
  const made = (useQuery(mentionDecisionsQuery(caseId)).data ?? []).filter((decision) => decision.mentionId === mentionId)
  const [now, ...before] = made.filter(({ undone }) => undone === null)
  if (!now) return null
  return (
    <div className="open-decision">
      <Decision decision={now} />
      {before.length > 0 && (
        <details>
          <summary>{say("tie.before", { count: before.length })}</summary>
          {before.map((decision) => (
            <Decision key={decision.id} decision={decision} />
          ))}
        </details>
      )}
    </div>
  )
}

function Decision({ decision }: { decision: MentionDecision }) {
  const { say, moment } = useWords()
  const { way, aim, tone, reason, by, at, lookAgainAt } = decision
  const more = [aim && say("tie.aimIs", { aim }), tone && say("tie.toneIs", { tone })].filter(Boolean).join(" · ")
  return (
    <div>
      <p>
        <Icon name="decision" />
        <span>
          <strong>{say(`tie.way.${way}`)}</strong> {reason}
        </span>
      </p>
      <small>
        {more && `${more} · `}
        {by.name ?? say("event.vigie")} <Time at={at} />
        {lookAgainAt && ` · ${say("tie.lookAgainAt", { at: moment(lookAgainAt) })}`}
      </small>
    </div>
  )
}
