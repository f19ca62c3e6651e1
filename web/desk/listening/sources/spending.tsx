import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"

/** What reading a source has cost this month, beside what it may. */
export function Spending({ spending }: { spending: NonNullable<Source["spending"]> }) {
  const { say, language } = useWords()
  const { things, most, dollars, budget, begins } = spending
  const money = (amount: number): string =>
    amount.toLocaleString(language, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" })
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { day: "numeric", month: "long", timeZone: "UTC" })
  const values = { spent: money(dollars), budget: money(budget), count: things, begins: day.format(new Date(begins)) }
  const said = most === null ? say("listen.source.spentWords", values) : say("listen.source.spentMost", { ...values, most })
  return (
    <section className="figure" aria-labelledby="source-spent">
      <h2 id="source-spent">{say("listen.source.spent")}</h2>
      <p className="figure-answer">{said}</p>
      <progress aria-labelledby="source-spent" value={Math.max(dollars / budget, most ? things / most : 0)} max={1} />
    </section>
  )
}
