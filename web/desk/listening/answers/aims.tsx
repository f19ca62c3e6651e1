import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"

export const NO_AIMS = { reason: "", aim: "", tone: "" }
const NAMES = ["reason", "aim", "tone"] as const

/** Why one speaks, to what end and in what tone: written down as a decision together with the answer. */
export function Aims({ aims, onChange }: { aims: typeof NO_AIMS; onChange: (aims: typeof NO_AIMS) => void }) {
  const { say } = useWords()
  return (
    <details className="aims">
      <summary>{say("answer.aims")}</summary>
      <p className="help">{say("answer.aimsHelp")}</p>
      {NAMES.map((name) => (
        <Field
          key={name}
          label={say(`answer.${name}`)}
          name={name}
          value={aims[name]}
          onChange={(words) => onChange({ ...aims, [name]: words })}
        />
      ))}
    </details>
  )
}
