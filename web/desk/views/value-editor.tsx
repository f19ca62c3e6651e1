import { Choice } from "../parts/choice.tsx"
import { MultiChoice } from "../parts/multi-choice.tsx"
import { useWords } from "../words/use-words.ts"
import type { Editor } from "./condition-spec.ts"
import { ContactValue } from "./contact-value.tsx"
import type { DraftCondition } from "./draft.ts"
import { useOptions } from "./use-options.ts"

interface Props {
  condition: DraftCondition
  editor: Editor
  /** What the condition is about, for those who listen. */
  label: string
  /** Said to be missing, after somebody tried to save. */
  invalid: boolean
  onChange: (change: Partial<DraftCondition>) => void
}

export function ValueEditor({ condition, editor, label, invalid, onChange }: Props) {
  const { say } = useWords()
  const options = useOptions(condition)
  const bad = invalid ? { "aria-invalid": true } : {}
  switch (editor) {
    case "none":
      return null
    case "many":
      return (
        <MultiChoice
          label={label}
          nothing={say("condition.choose")}
          values={condition.values}
          options={options}
          invalid={invalid}
          onChange={(values) => onChange({ values })}
        />
      )
    case "contact":
      return <ContactValue label={label} values={condition.values} invalid={invalid} onChange={(values) => onChange({ values })} />
    case "text":
    case "date":
      return (
        <input
          className="input"
          type={editor}
          aria-label={label}
          {...bad}
          value={condition.text}
          maxLength={200}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )
    case "number":
    case "hours":
      return (
        <span className="amount">
          <input
            className="input"
            inputMode="decimal"
            aria-label={label}
            {...bad}
            value={condition.amount}
            maxLength={12}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
          {editor === "hours" && (
            <Choice
              hideLabel
              label={say("condition.unit")}
              name="unit"
              value={condition.unit}
              options={(["hours", "days"] as const).map((value) => ({ value, label: say(`condition.unit.${value}`) }))}
              onChange={(unit) => onChange({ unit })}
            />
          )}
        </span>
      )
  }
}
