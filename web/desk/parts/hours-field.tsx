import type { Hours } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { weekdays } from "../words/weekdays.ts"
import { Button } from "./button.tsx"

/** Spans of hours on weekdays: several a day, or past midnight. */
export function HoursField({
  value,
  onChange,
  label,
}: {
  value: readonly Hours[]
  onChange: (hours: Hours[]) => void
  /** What they are for; a customer's hours, unless said. */
  label?: string
}) {
  const { say, language } = useWords()
  const names = weekdays(language)
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
              value={span.from}
              onChange={(event) => set(index, { from: event.target.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              className="input"
              type="time"
              aria-label={say("hours.to")}
              value={span.to}
              onChange={(event) => set(index, { to: event.target.value })}
            />
            <Button bare kind="quiet" icon="close" onPress={() => onChange(value.filter((_, at) => at !== index))}>
              {say("hours.remove")}
            </Button>
          </div>
        </div>
      ))}
      {value.length === 0 && <p className="help">{say("hours.any")}</p>}
      <Button kind="quiet" icon="plus" onPress={() => onChange([...value, { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }])}>
        {say("hours.add")}
      </Button>
    </fieldset>
  )
}
