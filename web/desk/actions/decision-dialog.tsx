import { useQueryClient } from "@tanstack/react-query"
import type { Case } from "../api/types.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"
import { refresh } from "./use-act.ts"

interface Props {
  one: Case
  onClose: () => void
  /** What follows once it is written down. */
  onDecided?: () => Promise<unknown>
  explain?: string
}

export function DecisionDialog({ one, onClose, onDecided, explain }: Props) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <Dialog title={say("act.decide")} onClose={onClose}>
      <p className="dialog-words">{explain ?? say("decision.explain")}</p>
      <Form
        keeps="decision"
        onSend={async (values) => {
          await values.post(`/api/cases/${one.id}/decisions`, { text: values.text("text") })
          await onDecided?.()
          await refresh(client, one.id)
          onClose()
        }}
      >
        <Field label={say("decision.what")} name="text" rows={4} required autoFocus />
        <FormEnd onCancel={onClose}>{say("decision.go")}</FormEnd>
      </Form>
    </Dialog>
  )
}
