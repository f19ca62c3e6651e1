import type { ReactNode } from "react"
import type { Id } from "../api/types.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Form, type FormValues } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"

/** A form in a dialog that closes when it was kept. */
export function EditDialog({
  title,
  of,
  children,
  onSave,
  onClose,
}: {
  title: string
  /** What is changed; what is typed for one isn't there for another. */
  of?: Id | undefined
  children: ReactNode
  onSave: (values: FormValues) => Promise<unknown>
  onClose: () => void
}) {
  const { say } = useWords()
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        keeps={of ? `${title} ${of}` : title}
        onSend={async (values) => {
          await onSave(values)
          onClose()
        }}
      >
        {children}
        <FormEnd onCancel={onClose}>{say("act.save")}</FormEnd>
      </Form>
    </Dialog>
  )
}
