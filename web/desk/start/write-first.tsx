import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { inboxesQuery } from "../api/settings.ts"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"

/** Somebody is written to who hasn't written. It leaves with the same undo as an answer. */
export function WriteFirst({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const inboxes = useQuery(inboxesQuery).data ?? []
  const [inbox, setInbox] = useState<string | null>(null)
  const inboxId = inbox ?? inboxes[0]?.id ?? ""
  return (
    <Dialog wide title={say("write.title")} onClose={onClose}>
      <Form
        keeps="first"
        onSend={async (values) => {
          const address = { name: values.text("name").trim(), address: values.text("to.address").trim() }
          const { caseId } = await values.post<Message>("/api/conversations", {
            inboxId,
            to: address,
            subject: values.text("subject"),
            text: values.text("text"),
          })
          await client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === "views" || what === "cases" })
          onClose()
          if (caseId) void navigate({ to: "/cases/$number", params: { number: caseId }, search: (now) => now })
        }}
      >
        <div className="form-row">
          <Field label={say("recipients.to")} name="to.address" type="email" required autoFocus />
          <Field label={say("person.name")} name="name" />
          <Choice
            label={say("write.from")}
            name="inboxId"
            value={inboxId}
            onChange={setInbox}
            options={inboxes.map(({ id, address }) => ({ value: id, label: address }))}
          />
        </div>
        <Field label={say("write.subject")} name="subject" required />
        <Field label={say("write.text")} name="text" rows={9} required />
        <div className="form-end">
          <Button kind="quiet" onPress={onClose}>
            {say("act.cancel")}
          </Button>
          <Button kind="main" icon="send" type="submit" disabled={!inboxId}>
            {say("composer.send")}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
