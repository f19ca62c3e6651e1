import type { Calendar } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { useWords } from "../../words/use-words.ts"
import { SpanField } from "./week-field.tsx"

type Day = Calendar["extraDays"][number]

/** Days unlike others: closed, or open at hours of their own. They count before holidays. */
export function OwnDays({ days, onChange }: { days: readonly Day[]; onChange: (days: Day[]) => void }) {
  const { say } = useWords()
  const set = (at: number, day: Day): void => onChange(days.map((was, i) => (i === at ? day : was)))
  return (
    <fieldset className="own-days">
      <legend className="label">{say("hours.ownDays")}</legend>
      {days.map((day, at) => {
        const spans = "spans" in day ? day.spans : null
        const twice = days.findIndex(({ date }) => date === day.date) < at
        return (
          <div key={at} className="own-day">
            <input
              className="input"
              type="date"
              required
              aria-label={say("hours.date")}
              aria-invalid={twice || undefined}
              value={day.date}
              onChange={(event) => set(at, { ...day, date: event.target.value })}
            />
            <Check
              checked={spans === null}
              onChange={(closed) =>
                set(at, closed ? { date: day.date, closed: true } : { date: day.date, spans: [{ from: "09:00", to: "12:00" }] })
              }
            >
              {say("hours.closed")}
            </Check>
            {spans?.map((span, i) => (
              <SpanField
                key={i}
                day={day.date}
                span={span}
                overlap={null}
                onChange={(next) => set(at, { date: day.date, spans: spans.map((was, n) => (n === i ? next : was)) })}
                onRemove={() =>
                  set(
                    at,
                    spans.length === 1 ? { date: day.date, closed: true } : { date: day.date, spans: spans.filter((_, n) => n !== i) },
                  )
                }
              />
            ))}
            <Button bare kind="quiet" icon="close" onPress={() => onChange(days.filter((_, i) => i !== at))}>
              {say("hours.removeDay", { date: day.date })}
            </Button>
            {twice && <span className="field-problem">{say("hours.dateTwice")}</span>}
          </div>
        )
      })}
      <Button kind="quiet" icon="plus" onPress={() => onChange([...days, { date: new Date().toISOString().slice(0, 10), closed: true }])}>
        {say("hours.addDay")}
      </Button>
    </fieldset>
  )
}
