import { useQuery } from "@tanstack/react-query"
import { agentsQuery, teamsQuery } from "../../api/people.ts"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { Field } from "../../parts/field.tsx"
import { useFieldError } from "../../parts/form-errors.ts"
import { MultiChoice } from "../../parts/multi-choice.tsx"
import { useWords } from "../../words/use-words.ts"
import type { AlertStep } from "./api.ts"

interface Props {
  n: number
  step: AlertStep
  onChange: (changes: Partial<AlertStep>) => void
  onRemove: () => void
}

/** One step: after how long, and who. */
export function StepFields({ n, step, onChange, onRemove }: Props) {
  const { say } = useWords()
  const agents = (useQuery(agentsQuery).data ?? []).filter(({ disabled }) => !disabled)
  const teams = useQuery(teamsQuery).data ?? []
  const problem = useFieldError(`steps.${n}`)
  const asOptions = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <fieldset className="plan-step">
      <legend className="label">{say("listen.plan.step", { count: n + 1 })}</legend>
      <Field
        label={say(n === 0 ? "listen.plan.minutesFirst" : "listen.plan.minutes")}
        name={`steps.${n}.after`}
        type="number"
        inputMode="numeric"
        value={String(step.after)}
        onChange={(typed) => onChange({ after: Math.max(0, Math.min(1440, Math.round(Number(typed) || 0))) })}
      />
      <Check checked={step.keepers} onChange={(keepers) => onChange({ keepers })}>
        {say("listen.plan.keepersWho")}
      </Check>
      <div className="plan-who">
        <MultiChoice
          label={say("listen.plan.people")}
          nothing={say("listen.plan.none")}
          values={step.agents}
          options={asOptions(agents)}
          onChange={(chosen) => onChange({ agents: chosen })}
          invalid={problem !== null}
        />
        {teams.length > 0 && (
          <MultiChoice
            label={say("listen.plan.teams")}
            nothing={say("listen.plan.noTeam")}
            values={step.teams}
            options={asOptions(teams)}
            onChange={(chosen) => onChange({ teams: chosen })}
          />
        )}
        <Button bare kind="quiet" icon="close" onPress={onRemove}>
          {say("listen.plan.removeStep")}
        </Button>
      </div>
      {problem && <span className="field-problem">{problem}</span>}
    </fieldset>
  )
}
