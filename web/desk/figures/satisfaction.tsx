import { Link } from "@tanstack/react-router"
import type { Figures } from "../api/types.ts"
import { Section } from "./section.tsx"
import { ShareBar } from "./share-bar.tsx"
import { useFigureWords } from "./use-figure-words.ts"

/** What customers said of how it went, and how many were asked. */
export function Satisfaction({ figures: { satisfaction } }: { figures: Figures }) {
  const { say, number } = useFigureWords()
  const { now, before, values, asked } = satisfaction
  if (asked.now === 0 && now.of === 0)
    return (
      <Section
        title={say("figures.satisfaction")}
        answer={
          <>
            {say("figures.nobodyAsked")}{" "}
            <Link className="link" to="/settings/$page" params={{ page: "inboxes" }}>
              {say("figures.whereAsked")}
            </Link>
          </>
        }
      />
    )
  const most = Math.max(1, ...values)
  const bars = values.map((n, i) => ({ n, value: i + 1 })).toReversed()
  return (
    <Section
      title={say("figures.satisfaction")}
      answer={say("figures.answered", { of: now.of, asked: asked.now })}
      sheet={{
        name: say("figures.satisfaction"),
        columns: [say("figures.answer"), say("figures.n")],
        rows: bars.map(({ n, value }) => [say(`satisfaction.${value as 1}`), n]),
      }}
    >
      <ShareBar name={say("figures.content")} now={now} before={before} tone="good" />
      <ul className="said-bars">
        {bars.map(({ n, value }) => (
          <li key={value}>
            <span>{say(`satisfaction.${value as 1}`)}</span>
            <i aria-hidden="true" style={{ inlineSize: `${(n / most) * 100}%` }} />
            <b>{number(n)}</b>
          </li>
        ))}
      </ul>
    </Section>
  )
}
