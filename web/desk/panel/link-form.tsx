import { useQueryClient } from "@tanstack/react-query"
import { CaseField } from "../actions/case-field.tsx"
import { chosenCase } from "../actions/chosen-case.ts"
import { remove } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"

const KINDS = ["related", "duplicate", "cause"] as const

/** Ties a case to another, where ties stand. */
export function LinkForm({ one, onClose }: { one: Case; onClose: () => void }) {
  const words = useWords()
  const { say } = words
  const client = useQueryClient()
  const { attempt } = useCaseEdits(one)
  return (
    <Form
      keeps="link"
      className="panel-new"
      onSend={async (values) => {
        const other = await chosenCase(client, one, "caseId", values.text("caseId"), words)
        await attempt(
          {
            send: () => values.post<{ id: string }>(`/api/cases/${one.id}/links`, { caseId: other.id, kind: values.text("kind") }),
            back: ({ id }) => remove(`/api/links/${id}`),
            said: say("done.linked", { number: String(other.number) }),
          },
          onClose,
        )
      }}
    >
      <CaseField of={one} name="caseId" />
      <Choice
        label={say("link.kind")}
        name="kind"
        value="related"
        options={KINDS.map((value) => ({ value, label: say(`link.${value}`) }))}
      />
      <FormEnd onCancel={onClose}>{say("link.go")}</FormEnd>
    </Form>
  )
}
