import { Button } from "../../parts/button.tsx"
import { Menu } from "../../parts/menu.tsx"
import { useWords } from "../../words/use-words.ts"
import { weekdayNames } from "../../words/weekdays.ts"
import { type DaySpan, overlapOf, worked } from "./day-spans.ts"

interface Props {
  week: DaySpan[][]
  onChange: (week: DaySpan[][]) => void
}

/** The hours of a week, a line a day, several spans each; what overlaps is said beside it, and a day is copied to others. */
export function WeekField({ week, onChange }: Props) {
  const { say, language } = useWords()
  const names = weekdayNames(language)
  const set = (day: number, spans: DaySpan[]): void => onChange(week.map((was, i) => (i === day ? spans : was)))
  const copy = (day: number, to: readonly number[]): void =>
    onChange(week.map((was, i) => (to.includes(i) ? week[day]!.map((span) => ({ ...span })) : was)))
  const total = week.reduce((sum, day) => sum + worked(day), 0)
  return (
    <fieldset className="week">
      <legend className="label">{say("hours.label")}</legend>
      {week.map((spans, day) => {
        const name = names[day]!
        return (
          <div key={name} className="week-day" role="group" aria-label={name}>
            <span className="week-name">{name}</span>
            <div className="week-spans">
              {spans.length === 0 && <span className="help">{say("hours.closed")}</span>}
              {spans.map((span, at) => (
                <SpanField
                  key={at}
                  day={name}
                  span={span}
                  overlap={overlapOf(week, day, at)}
                  onChange={(next) =>
                    set(
                      day,
                      spans.map((was, i) => (i === at ? next : was)),
                    )
                  }
                  onRemove={() =>
                    set(
                      day,
                      spans.filter((_, i) => i !== at),
                    )
                  }
                />
              ))}
            </div>
            <div className="week-acts">
              <Button bare kind="quiet" icon="plus" onPress={() => set(day, [...spans, nextSpan(spans)])}>
                {say("hours.addTo", { day: name })}
              </Button>
              <Menu
                label={say("hours.copy", { day: name })}
                acts={[
                  { id: "weekdays", words: say("hours.copyWeekdays"), do: () => copy(day, [0, 1, 2, 3, 4]) },
                  { id: "all", words: say("hours.copyAll"), do: () => copy(day, [0, 1, 2, 3, 4, 5, 6]) },
                  ...names.flatMap((other, i) =>
                    i === day ? [] : [{ id: other, words: say("hours.copyTo", { day: other }), do: () => copy(day, [i]) }],
                  ),
                ]}
              />
            </div>
          </div>
        )
      })}
      <p className="help" aria-live="polite">
        {say("hours.total", { hours: (total / 60).toLocaleString(language, { maximumFractionDigits: 1 }) })}
      </p>
    </fieldset>
  )
}

interface SpanProps {
  day: string
  span: DaySpan
  overlap: DaySpan | null
  onChange: (span: DaySpan) => void
  onRemove: () => void
}

export function SpanField({ day, span, overlap, onChange, onRemove }: SpanProps) {
  const { say } = useWords()
  const overnight = span.from !== "" && span.to !== "" && span.to <= span.from
  return (
    <div className="week-span">
      <input
        className="input"
        type="time"
        required
        aria-label={say("hours.fromOn", { day })}
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.target.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        className="input"
        type="time"
        required
        aria-label={say("hours.toOn", { day })}
        aria-invalid={overlap !== null || undefined}
        value={span.to === "24:00" ? "00:00" : span.to}
        onChange={(event) => onChange({ ...span, to: event.target.value })}
      />
      <Button bare kind="quiet" icon="close" onPress={onRemove}>
        {say("hours.removeOn", { from: span.from, day })}
      </Button>
      {overnight && <span className="help">{say("hours.overnight")}</span>}
      {overlap && <span className="week-overlap">{say("hours.overlap", { from: overlap.from, to: overlap.to })}</span>}
    </div>
  )
}

/** After the last one, or the usual morning. */
function nextSpan(spans: readonly DaySpan[]): DaySpan {
  const last = spans.at(-1)
  return last && last.to < "20:00"
    ? { from: addHour(last.to), to: addHour(addHour(addHour(addHour(last.to)))) }
    : { from: "09:00", to: "18:00" }
}

function addHour(time: string): string {
  return `${String(Math.min(23, Number(time.slice(0, 2)) + 1)).padStart(2, "0")}:${time.slice(3)}`
}
