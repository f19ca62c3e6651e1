import { useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
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
  const problem = useProblem()
  return (
    <Dialog title={say("act.decide")} onClose={onClose}>
      <p className="dialog-words">{explain ?? say("decision.explain")}</p>
      <Form
        keeps="decision"
        onSend={async (values) => {
          const made = await values.post<{ id: string }>(`/api/cases/${one.id}/decisions`, { text: values.text("text") })
          await onDecided?.()
          await refresh(client, one.id)
          onClose()
          if (onDecided) return // what follows has a way back of its own, and the decision has one where it stands
          const back = (): Promise<unknown> =>
            post(`/api/decisions/${made.id}/withdraw`)
              .catch((error: unknown) => tell(problem(error), { tone: "hot" }))
              .finally(() => void refresh(client, one.id))
          tell(say("decision.written"), { act: { words: say("act.undo"), do: back } })
        }}
      >
        <Field label={say("decision.what")} name="text" rows={4} required autoFocus />
        <FormEnd onCancel={onClose}>{say("decision.go")}</FormEnd>
      </Form>
    </Dialog>
  )
}
