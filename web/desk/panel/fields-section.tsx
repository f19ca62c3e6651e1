import { useQuery } from "@tanstack/react-query"
import { fieldsQuery } from "../api/case-settings.ts"
import type { Case } from "../api/types.ts"
import { FormErrors } from "../parts/form-errors.ts"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { CustomField } from "./custom-field.tsx"
import { Facts } from "./facts.tsx"
import { Section } from "./section.tsx"
import { useCaseEdits } from "./use-case-edits.ts"

/** What this company wants to know of a case. */
export function FieldsSection({ one }: { one: Case }) {
  const { say } = useWords()
  const { errors, change } = useCaseEdits(one)
  const may = useMayAct()
  const fields = useQuery(fieldsQuery).data ?? []
  if (fields.length === 0) return null
  return (
    <Section title={say("panel.fields")}>
      {may ? (
        <FormErrors value={errors}>
          <div className="panel-fields">
            {fields.map((field) => (
              <CustomField
                key={field.id}
                field={field}
                value={one.fields[field.key] ?? null}
                onChange={(value) =>
                  change(
                    field.key,
                    field.name,
                    { fields: { [field.key]: value } },
                    { fields: { [field.key]: one.fields[field.key] ?? null } },
                  )
                }
              />
            ))}
          </div>
        </FormErrors>
      ) : (
        <Facts facts={fields.map(({ key, name }) => [name, String(one.fields[key] ?? "")])} />
      )}
    </Section>
  )
}
