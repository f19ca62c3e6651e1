import { useQuery } from "@tanstack/react-query"
import { useAct } from "../actions/use-act.ts"
import { fieldsQuery } from "../api/cases.ts"
import type { Case } from "../api/types.ts"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { CustomField } from "./custom-field.tsx"
import { Section } from "./section.tsx"

/** What this company wants to know of a case. */
export function FieldsSection({ one }: { one: Case }) {
  const { say } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const fields = useQuery(fieldsQuery).data ?? []
  if (fields.length === 0) return null
  return (
    <Section title={say("panel.fields")}>
      <div className="panel-fields">
        {fields.map((field) => (
          <CustomField
            key={`${field.id} ${String(one.fields[field.key])}`}
            field={field}
            value={one.fields[field.key] ?? null}
            readOnly={!may}
            onChange={(value) =>
              act.change(
                { fields: { [field.key]: value } },
                { fields: value === null ? one.fields : { ...one.fields, [field.key]: value } },
              )
            }
          />
        ))}
      </div>
    </Section>
  )
}
