import type { RuleCondition } from "../../api/automation.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { Picks } from "./picks.tsx"
import { isListed, LIST_OF } from "./rule-words.ts"
import { TypedList } from "./typed-list.tsx"
import { type Names, useNames } from "./use-names.ts"

const LISTED = ["words", "subject", "text", "sender", "domain", "inbox", "language", "tag", "priority", "status", "team", "owner"] as const
const FLAGS = ["attachment", "automatic", "hours", "waiting", "known", "verified"] as const
const FIELDS = [...LISTED, ...FLAGS, "custom"] as const
type FieldName = (typeof FIELDS)[number]

/** One condition, as a line of the sentence. */
export function ConditionLine({
  condition,
  n,
  onChange,
  onRemove,
}: {
  condition: RuleCondition
  n: number
  onChange: (condition: RuleCondition) => void
  onRemove: () => void
}) {
  const { say } = useWords()
  const names = useNames()
  const label = say("rules.condition", { n })
  return (
    <fieldset className="rule-line">
      <legend className="unseen">{label}</legend>
      <Choice
        hideLabel
        label={say("rules.field")}
        name={`field-${n}`}
        value={condition.field}
        onChange={(field) => onChange(beginning(field, names))}
        options={FIELDS.filter((field) => field !== "custom" || names.fields.length > 0).map((value) => ({
          value,
          label: say(`rules.field.${value}`),
        }))}
      />
      {condition.field === "custom" && (
        <Choice
          hideLabel
          label={say("rules.key")}
          name={`key-${n}`}
          value={condition.key}
          onChange={(key) => onChange({ ...condition, key })}
          options={names.fields}
        />
      )}
      <How condition={condition} n={n} onChange={onChange} />
      {"values" in condition &&
        (isListed(condition.field) ? (
          <Picks
            label={say("rules.values")}
            options={[
              ...names[LIST_OF[condition.field]],
              ...(condition.field === "team" || condition.field === "owner" ? [{ value: "none", label: say("rules.nobody") }] : []),
            ]}
            value={condition.values}
            onChange={(values) => onChange({ ...condition, values })}
          />
        ) : (
          <TypedList
            key={condition.field}
            label={say("rules.values")}
            name={`values-${n}`}
            value={condition.values}
            onChange={(values) => onChange({ ...condition, values })}
          />
        ))}
      <Button bare kind="quiet" icon="close" onPress={onRemove}>
        {`${say("rules.removePart")} – ${label}`}
      </Button>
    </fieldset>
  )
}

function How({ condition, n, onChange }: { condition: RuleCondition; n: number; onChange: (condition: RuleCondition) => void }) {
  const { say } = useWords()
  const name = `is-${n}`
  const label = say("rules.how")
  if (condition.field === "custom") {
    const { field, key } = condition
    const values = "values" in condition ? condition.values : []
    return (
      <Choice
        hideLabel
        label={label}
        name={name}
        value={condition.is}
        onChange={(is) => onChange(is === "filled" || is === "empty" ? { field, key, is } : { field, key, is, values })}
        options={(["any", "none", "filled", "empty"] as const).map((value) => ({ value, label: say(`rules.is.${value}`) }))}
      />
    )
  }
  if ("values" in condition)
    return (
      <Choice
        hideLabel
        label={label}
        name={name}
        value={condition.is}
        onChange={(is) => onChange({ ...condition, is })}
        options={(["any", "none"] as const).map((value) => ({ value, label: say(`rules.is.${value}`) }))}
      />
    )
  return (
    <Choice
      hideLabel
      label={label}
      name={name}
      value={condition.is}
      onChange={(is) => onChange({ ...condition, is })}
      options={(["yes", "no"] as const).map((value) => ({ value, label: say(`rules.flag.${condition.field}.${value}`) }))}
    />
  )
}

export function beginning(field: FieldName, names: Names): RuleCondition {
  if (field === "custom") return { field, key: names.fields[0]?.value ?? "", is: "filled" }
  const flag = FLAGS.find((known) => known === field)
  if (flag) return { field: flag, is: "yes" }
  const listed = LISTED.find((known) => known === field) ?? "words"
  return { field: listed, is: "any", values: [] }
}
