import { patch } from "../api/request.ts"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"

export function EditNote({ message, onClose }: { message: Message; onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog title={say("message.editNote")} onClose={onClose}>
      <Form
        keeps={message.id}
        onSend={async (values) => {
          await patch(`/api/notes/${message.id}`, { text: values.text("text") })
          onClose()
        }}
      >
        <Field label={say("message.note")} name="text" rows={6} first={message.text} required autoFocus />
        <div className="form-end">
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
