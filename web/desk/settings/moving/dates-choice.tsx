import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"

const ORDERS = ["day-first", "month-first"] as const
export type DateOrder = (typeof ORDERS)[number]

/** How dates in numbers are written in a table; null: as the whole column shows. */
export function DatesChoice({ value, onChange }: { value: DateOrder | null; onChange: (value: DateOrder | null) => void }) {
  const { say } = useWords()
  return (
    <Choice
      label={say("importPage.dates")}
      name="dates"
      value={value ?? "proven"}
      onChange={(chosen) => onChange(chosen === "proven" ? null : chosen)}
      options={(["proven", ...ORDERS] as const).map((one) => ({ value: one, label: say(`importPage.dates.${one}`) }))}
      help={say("importPage.datesHelp")}
    />
  )
}
