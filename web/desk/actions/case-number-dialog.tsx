import { useQueryClient } from "@tanstack/react-query"
import type { ReactNode } from "react"
import type { Case } from "../api/types.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Form, type FormValues } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"
import { CaseField } from "./case-field.tsx"
import { chosenCase } from "./chosen-case.ts"

interface Props {
  one: Case
  title: string
  explain: string
  go: string
  onClose: () => void
  onCase: (other: Case, values: FormValues) => Promise<unknown>
  children?: ReactNode
}

/** Another case, found or by its number. */
export function CaseNumberDialog({ one, title, explain, go, onClose, onCase, children }: Props) {
  const words = useWords()
  const client = useQueryClient()
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-words">{explain}</p>
      <Form
        keeps={title}
        onSend={async (values) => {
          const other = await chosenCase(client, one, "number", values.text("number"), words)
          await onCase(other, values)
          onClose()
        }}
      >
        <CaseField of={one} name="number" />
        {children}
        <FormEnd onCancel={onClose}>{go}</FormEnd>
      </Form>
    </Dialog>
  )
}
