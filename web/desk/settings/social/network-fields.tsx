import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"
import { type NetworkField, type NetworkKind, NETWORKS } from "./networks.ts"

interface Props {
  kind: NetworkKind
  /** What is known of an account that is changed; null: it is new. */
  known: Readonly<Record<string, unknown>> | null
}

/** What a network asks for, and what it can't do. */
export function NetworkFields({ kind, known }: Props) {
  const { say } = useWords()
  const fields: readonly NetworkField[] = NETWORKS[kind]
  return (
    <>
      <p className="help">{say(`social.about.${kind}`)}</p>
      {fields.map(({ in: where, name, label, help, placeholder, usual, rows, choices }) => {
        const at = `${where}.${name}`
        const isSecret = where === "secret"
        const stands = known?.[name]
        const first = isSecret ? "" : typeof stands === "string" ? stands : (usual ?? "")
        if (choices)
          return (
            <Choice
              key={`${kind} ${at}`}
              label={say(label)}
              name={at}
              value={first}
              options={choices.map((one) => ({ value: one.value, label: say(one.label) }))}
            />
          )
        const said = isSecret && known ? "mailboxes.passwordKept" : help
        return (
          <Field
            key={`${kind} ${at}`}
            label={say(label)}
            name={at}
            first={first}
            type={isSecret && !rows ? "password" : "text"}
            autoComplete={isSecret ? "new-password" : "off"}
            required={!isSecret || !known}
            {...(placeholder ? { placeholder } : {})}
            {...(rows ? { rows } : {})}
            {...(said ? { help: say(said) } : {})}
          />
        )
      })}
    </>
  )
}
