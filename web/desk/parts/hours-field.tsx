import { use } from "react"
import type { Hours } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { weekdays } from "../words/weekdays.ts"
import { Button } from "./button.tsx"
import { FieldProblem } from "./field-problem.tsx"
import { FormErrors } from "./form-errors.ts"

/** Spans of hours on weekdays: several a day, or past midnight. */
export function HoursField({
  value,
  onChange,
  label,
  name = "hours",
}: {
  value: readonly Hours[]
  onChange: (hours: Hours[]) => void
  /** What they are for; a customer's hours, unless said. */
  label?: string
  /** What the form's problems call it. */
  name?: string
}) {
  const { say, language } = useWords()
  const names = weekdays(language)
  const problems = use(FormErrors)
  const wrong = (index: number, part: string): true | undefined => (problems[`${name}.${index}.${part}`] ? true : undefined)
  const set = (index: number, changes: Partial<Hours>): void =>
    onChange(value.map((span, at) => (at === index ? { ...span, ...changes } : span)))
  return (
    <fieldset className="hours">
      <legend className="label">{label ?? say("hours.label")}</legend>
      {value.map((span, index) => (
        <div key={index} className="hours-span">
          <div className="hours-days">
            {names.map((name, at) => {
              const day = at + 1
              const on = span.days.includes(day)
              return (
                <label key={name} className="day-choice">
                  <input
                    type="checkbox"
                    checked={on}
                    onChange={() =>
                      set(index, { days: on ? span.days.filter((each) => each !== day) : [...span.days, day].sort((a, b) => a - b) })
                    }
                  />
                  <span>{name}</span>
                </label>
              )
            })}
          </div>
          <div className="hours-times">
            <input
              className="input"
              type="time"
              aria-label={say("hours.from")}
              aria-invalid={wrong(index, "from")}
              value={span.from}
              onChange={(event) => set(index, { from: event.target.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              className="input"
              type="time"
              aria-label={say("hours.to")}
              aria-invalid={wrong(index, "to")}
              value={span.to}
              onChange={(event) => set(index, { to: event.target.value })}
            />
            <Button bare kind="quiet" icon="close" onPress={() => onChange(value.filter((_, at) => at !== index))}>
              {say("hours.remove")}
            </Button>
          </div>
          {["days", "from", "to"].map((part) => (
            <FieldProblem key={part}>{problems[`${name}.${index}.${part}`]}</FieldProblem>
          ))}
        </div>
      ))}
      {value.length === 0 && <p className="help">{say("hours.any")}</p>}
      <Button kind="quiet" icon="plus" onPress={() => onChange([...value, { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }])}>
        {say("hours.add")}
      </Button>
    </fieldset>
  )
}
