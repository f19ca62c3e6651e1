import { useQueryClient } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { caseQuery } from "../api/case.ts"
import type { Case } from "../api/types.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form, type FormValues } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"

interface Props {
  title: string
  explain: string
  go: string
  onClose: () => void
  onCase: (other: Case, values: FormValues) => Promise<unknown>
  children?: ReactNode
}

/** Another case, by its number. */
export function CaseNumberDialog({ title, explain, go, onClose, onCase, children }: Props) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-words">{explain}</p>
      <Form
        keeps={title}
        onSend={async (values) => {
          const other = await client.fetchQuery(caseQuery(values.text("number").replace(/\D/g, "")))
          await onCase(other, values)
          onClose()
        }}
      >
        <Field label={say("case.numberOfOther")} name="number" inputMode="numeric" required autoFocus />
        {children}
        <FormEnd onCancel={onClose}>{go}</FormEnd>
      </Form>
    </Dialog>
  )
}
