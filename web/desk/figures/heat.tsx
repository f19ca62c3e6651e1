import { useState } from "react"
import type { Figures } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { weekdays } from "../words/weekdays.ts"
import { Section } from "./section.tsx"
import { useFigureWords } from "./use-figure-words.ts"

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** When people write, and when they are answered: weekday by hour, the darker the more, with the number in each field. */
export function Heat({ figures: { hours } }: { figures: Figures }) {
  const { say, language, number } = useFigureWords()
  const [direction, setDirection] = useState<"in" | "out">("in")
  const week = hours[direction]
  const most = Math.max(1, ...week.flat())
  const names = weekdays(language)
  const busiest = week.flatMap((day, weekday) => day.map((n, hour) => ({ n, weekday, hour }))).toSorted((a, b) => b.n - a.n)[0]!
  const hourOf = (hour: number) => say("figures.hour", { hour: String(hour) })
  return (
    <Section
      title={say("figures.heat")}
      answer={
        busiest.n > 0
          ? say("figures.busiest", {
              day: names[busiest.weekday]!,
              hour: hourOf(busiest.hour),
              next: hourOf((busiest.hour + 1) % 24),
              count: busiest.n,
            })
          : say("figures.nothingYet")
      }
      sheet={{
        name: say("figures.heat"),
        columns: [say("figures.weekday"), ...HOURS.map(hourOf)],
        rows: week.map((day, i) => [names[i]!, ...day]),
      }}
    >
      <Choice
        className="heat-choice"
        label={say("figures.direction")}
        hideLabel
        name="direction"
        value={direction}
        onChange={setDirection}
        options={[
          { value: "in", label: say("figures.in") },
          { value: "out", label: say("figures.out") },
        ]}
      />
      <div className="heat" tabIndex={0} role="group" aria-label={say("figures.heat")}>
        <table>
          <caption className="unseen">{say(direction === "in" ? "figures.in" : "figures.out")}</caption>
          <thead>
            <tr>
              <td />
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  <span aria-hidden="true">{hour}</span>
                  <span className="unseen">{hourOf(hour)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {week.map((day, weekday) => (
              <tr key={names[weekday]}>
                <th scope="row">{names[weekday]}</th>
                {day.map((n, hour) => (
                  <td
                    key={hour}
                    data-heat={n === 0 ? 0 : Math.ceil((n / most) * 5)}
                    title={`${names[weekday]} ${hourOf(hour)}: ${number(n)}`}
                  >
                    {n > 0 ? number(n) : ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
