import type { ReactNode } from "react"
import { Button } from "../parts/button.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Form, type FormValues } from "../parts/form.tsx"
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
        onSend={async (values) => {
          await onSave(values)
          onClose()
        }}
      >
        {children}
        <div className="form-end">
          <Button kind="quiet" onPress={onClose}>
            {say("act.cancel")}
          </Button>
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
