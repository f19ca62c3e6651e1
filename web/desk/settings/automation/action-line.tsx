import type { RuleAction } from "../../api/automation.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useFieldError } from "../../parts/form-errors.ts"
import { useWords } from "../../words/use-words.ts"
import { ActionObject } from "./action-object.tsx"
import { type Names, useNames } from "./use-names.ts"

const ACTS = ["assign", "team", "tag", "untag", "priority", "status", "snooze", "follow", "note", "draft", "send", "webhook"] as const
type Act = (typeof ACTS)[number]

/** One thing that is done, as a line of the sentence. */
export function ActionLine({
  action,
  n,
  onChange,
  onRemove,
}: {
  action: RuleAction
  n: number
  onChange: (action: RuleAction) => void
  onRemove: () => void
}) {
  const { say } = useWords()
  const names = useNames()
  const problem = useFieldError(`actions.${n - 1}`)
  const label = say("rules.action", { n })
  return (
    <fieldset className="rule-line">
      <legend className="unseen">{label}</legend>
      <Choice
        hideLabel
        label={say("rules.do")}
        name={`do-${n}`}
        value={action.do}
        onChange={(act) => onChange(firstOf(act, names))}
        options={ACTS.map((value) => ({ value, label: say(`rules.do.${value}`) }))}
      />
      <ActionObject action={action} n={n} onChange={onChange} />
      <Button bare kind="quiet" icon="close" onPress={onRemove}>
        {`${say("rules.removePart")} – ${label}`}
      </Button>
      {problem && <span className="field-problem">{problem}</span>}
    </fieldset>
  )
}

/** An action with what stands first in each list. */
export function firstOf(act: Act, names: Names): RuleAction {
  switch (act) {
    case "assign":
      return { do: act, ownerId: names.agents[0]?.value ?? "" }
    case "team":
      return { do: act, teamId: names.teams[0]?.value ?? "", who: "turns", present: true }
    case "tag":
    case "untag":
      return { do: act, tags: [] }
    case "priority":
      return { do: act, priority: "high" }
    case "status":
      return { do: act, category: "waiting" }
    case "snooze":
      return { do: act, hours: 24 }
    case "follow":
      return { do: act, agentIds: [] }
    case "note":
      return { do: act, text: "" }
    case "draft":
    case "send":
      return { do: act, templateId: null, text: "" }
    case "webhook":
      return { do: act, webhookId: names.webhooks[0]?.value ?? "" }
  }
}
