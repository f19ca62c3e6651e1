import { useQuery } from "@tanstack/react-query"
import { isDeskKey } from "#words/desk"
import { fieldsQuery } from "../api/case-settings.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { useWords } from "../words/use-words.ts"
import { type Field, FIELDS } from "./condition-spec.ts"
import { conditionOf, type DraftCondition, newCondition, sayingsOf } from "./draft.ts"
import { ValueEditor } from "./value-editor.tsx"

interface Props {
  condition: DraftCondition
  /** Somebody tried to save: what is missing is said. */
  tried: boolean
  onChange: (next: DraftCondition) => void
  onRemove: () => void
}

/** One condition as a sentence: what, how, which. */
export function ConditionLine({ condition, tried, onChange, onRemove }: Props) {
  const { say } = useWords()
  const fields = useQuery(fieldsQuery).data ?? []
  const sayings = sayingsOf(condition, fields)
  const editor = sayings[condition.is]
  const missing = tried && conditionOf(condition, editor) === null
  const about =
    condition.field === "custom"
      ? (fields.find(({ key }) => key === condition.key)?.name ?? "…")
      : say(`condition.field.${condition.field}`)
  const saying = (is: string): string => {
    const key = `condition.is.${condition.field}.${is}`
    return isDeskKey(key) ? say(key) : is
  }
  const choose = (value: string): void => {
    const [field, key] = value.split(" ") as [Field, string?]
    onChange({ ...newCondition(field, key), id: condition.id })
  }
  return (
    <li className="condition">
      <div className="condition-line">
        <Choice
          hideLabel
          label={say("condition.what")}
          name="field"
          className="condition-what"
          value={condition.field === "custom" ? `custom ${condition.key}` : condition.field}
          options={[
            ...FIELDS.map((value) => ({ value: value as string, label: say(`condition.field.${value}`) })),
            ...fields.map(({ key, name }) => ({ value: `custom ${key}`, label: name })),
          ]}
          onChange={choose}
        />
        <Choice
          hideLabel
          label={say("condition.how", { about })}
          name="is"
          className="condition-how"
          value={condition.is}
          options={Object.keys(sayings).map((value) => ({ value, label: saying(value) }))}
          onChange={(is) => onChange({ ...condition, is })}
        />
        {editor && (
          <span className="condition-value">
            <ValueEditor
              key={`${condition.field} ${condition.key ?? ""}`}
              condition={condition}
              editor={editor}
              label={about}
              invalid={missing}
              onChange={(change) => onChange({ ...condition, ...change })}
            />
          </span>
        )}
        <Button bare kind="quiet" icon="close" onPress={onRemove}>
          {say("condition.remove", { about })}
        </Button>
      </div>
      {missing && (
        <p className="field-problem" role="alert">
          {say("condition.missing")}
        </p>
      )}
    </li>
  )
}
