import type { RuleAction } from "../../api/automation.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useFieldError } from "../../parts/form-errors.ts"
import { useWords } from "../../words/use-words.ts"
import { ActionObject } from "./action-object.tsx"
import { ACTS, firstOf } from "./acts.ts"
import { useNames } from "./use-names.ts"

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
