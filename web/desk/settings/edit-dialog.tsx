import type { ReactNode } from "react"
import { Dialog } from "../parts/dialog.tsx"
import { Form, type FormValues } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"

/** A form in a dialog that closes when it was kept. */
export function EditDialog({
  title,
  children,
  onSave,
  onClose,
}: {
  title: string
  children: ReactNode
  onSave: (values: FormValues) => Promise<unknown>
  onClose: () => void
}) {
  const { say } = useWords()
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        keeps={title}
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
