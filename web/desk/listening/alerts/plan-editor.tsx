import { useQueryClient } from "@tanstack/react-query"
import type { AlertPlanOf } from "#house"
import { put } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { strengthIn, STRENGTHS, strengthOf } from "../../settings/account/strengths.ts"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { tell } from "../../shell/notices.tsx"
import { useWords } from "../../words/use-words.ts"
import { type AlertPlan, type AlertStep, planPath, planQuery, type Subject } from "./api.ts"
import { StepFields } from "./step-fields.tsx"

const MOST = 10
const NEXT: AlertStep = { after: 15, keepers: false, agents: [], teams: [] }
const FIRST: AlertStep = { after: 0, keepers: true, agents: [], teams: [] }

/** The steps one below the other, and what holds for all of them. */
export function PlanEditor({ subject, first, onDone }: { subject: Subject; first: AlertPlan; onDone: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [plan, set] = useKeptPart("plan", "plan", first)
  const { steps } = plan
  const change = (n: number, changes: Partial<AlertStep>): void =>
    set((now) => ({ ...now, steps: now.steps.map((step, at) => (at === n ? { ...step, ...changes } : step)) }))
  return (
    <Form
      keeps="plan"
      className="plan-form"
      onSend={async () => {
        const kept = await put<AlertPlanOf>(planPath(subject), plan)
        client.setQueryData(planQuery(subject).queryKey, kept)
        tell(say("listen.plan.saved", { name: subject.name }))
        onDone()
      }}
    >
      {steps.map((step, n) => (
        <StepFields
          key={n}
          n={n}
          step={step}
          onChange={(changes) => change(n, changes)}
          onRemove={() => set((now) => ({ ...now, steps: now.steps.filter((_, at) => at !== n) }))}
        />
      ))}
      {steps.length < MOST && (
        <p>
          <Button
            kind="quiet"
            icon="plus"
            onPress={() => set((now) => ({ ...now, steps: [...now.steps, now.steps.length === 0 ? FIRST : NEXT] }))}
          >
            {say("listen.plan.addStep")}
          </Button>
        </p>
      )}
      {steps.length > 1 && (
        <>
          <Choice
            label={say("listen.plan.until")}
            name="stopsWhen"
            value={plan.stopsWhen}
            onChange={(stopsWhen) => set((now) => ({ ...now, stopsWhen }))}
            options={(["taken", "seen"] as const).map((value) => ({ value, label: say(`listen.plan.until.${value}`) }))}
          />
          <Check checked={plan.throughQuiet} onChange={(throughQuiet) => set((now) => ({ ...now, throughQuiet }))}>
            {say("listen.plan.throughQuiet")}
          </Check>
        </>
      )}
      {steps.length > 0 && (
        <Choice
          label={say("listen.plan.wake")}
          name="wakeFrom"
          value={strengthIn(plan.wakeFrom)}
          onChange={(value) => set((now) => ({ ...now, wakeFrom: strengthOf(value) }))}
          options={STRENGTHS.map((value) => ({
            value,
            label: value === "never" ? say("listen.plan.wake.never") : say(`alerts.strength.${value}`),
          }))}
        />
      )}
      <FormEnd onCancel={onDone}>{say("listen.plan.save")}</FormEnd>
    </Form>
  )
}
