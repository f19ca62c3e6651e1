import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { AlertPlanOf } from "#house"
import { agentsQuery, teamsQuery } from "../../api/people.ts"
import { Section } from "../../figures/section.tsx"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { type AlertStep, planQuery, type Subject } from "./api.ts"
import { PlanEditor } from "./plan-editor.tsx"

/** Who is told when a watch, an inbox or a topic surges, in sentences; changed in place. */
export function Told({ subject }: { subject: Subject }) {
  const { say } = useWords()
  const may = useMayAct()
  const [editing, edit] = useState(false)
  const found = useQuery(planQuery(subject))
  if (found.isPending) return null
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <Section title={say("listen.plan")} answer={found.data.isUsual && !editing ? say("listen.plan.usual") : undefined}>
      {editing ? (
        <PlanEditor subject={subject} first={found.data.plan} onDone={() => edit(false)} />
      ) : (
        <>
          <Plan told={found.data} />
          {may && (
            <p>
              <Button icon="write" onPress={() => edit(true)}>
                {say("listen.plan.edit")}
              </Button>
            </p>
          )}
        </>
      )}
    </Section>
  )
}

function Plan({ told: { plan, madeBy } }: { told: AlertPlanOf }) {
  const { say, list, language } = useWords()
  const agents = useQuery(agentsQuery).data ?? []
  const teams = useQuery(teamsQuery).data ?? []
  const name = (all: readonly { id: string; name: string }[], id: string): string =>
    all.find((one) => one.id === id)?.name ?? say("listen.plan.gone")
  const who = (step: AlertStep): string =>
    list([
      ...(step.keepers ? [madeBy?.name ? say("listen.plan.keepers", { name: madeBy.name }) : say("listen.plan.keepersPlain")] : []),
      ...step.agents.map((id) => name(agents, id)),
      ...step.teams.map((id) => name(teams, id)),
    ])
  if (plan.steps.length === 0) return <p>{say("listen.plan.nobody")}</p>
  const after = plan.stopsWhen === "seen" ? "listen.plan.afterUnseen" : "listen.plan.after"
  const strength = (plan.wakeFrom ?? 0).toLocaleString(language)
  return (
    <ol className="plan-steps">
      {plan.steps.map((step, n) => (
        <li key={n}>
          {step.after === 0 ? say("listen.plan.atOnce", { who: who(step) }) : say(after, { count: step.after, who: who(step) })}
        </li>
      ))}
      {plan.wakeFrom !== null && <li>{plan.wakeFrom <= 1 ? say("listen.plan.wakesAll") : say("listen.plan.wakes", { strength })}</li>}
      {plan.throughQuiet && plan.steps.length > 1 && <li>{say("listen.plan.through")}</li>}
    </ol>
  )
}
