import { useState } from "react"
import { remove } from "../api/request.ts"
import type { Contact } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { FormEnd } from "../parts/form-end.tsx"
import { useWords } from "../words/use-words.ts"
import { useContactEdits } from "./use-contact-edits.ts"

const KINDS = ["email", "phone", "handle", "reference"] as const

/** Another address, number, handle or reference of this person's, written where the others stand. */
export function NewIdentity({ contact }: { contact: Contact }) {
  const { say } = useWords()
  const { attempt } = useContactEdits(contact.id)
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<(typeof KINDS)[number]>("email")
  const all = `/api/contacts/${contact.id}/identities`
  if (!open)
    return (
      <Button kind="quiet" icon="plus" onPress={() => setOpen(true)}>
        {say("identity.add")}
      </Button>
    )
  return (
    <Form
      keeps="identity"
      className="panel-new"
      onSend={async (values) => {
        const value = values.text("value")
        await attempt(
          {
            send: () => values.post<Contact>(all, { kind, network: values.text("network"), value }),
            back: async ({ identities }) => {
              const added = identities.find((one) => !contact.identities.some(({ id }) => id === one.id))
              if (added) await remove(`${all}/${added.id}`)
            },
            said: say("identity.added", { value }),
          },
          () => setOpen(false),
        )
      }}
    >
      <Choice
        label={say("identity.kind")}
        name="kind"
        value={kind}
        options={KINDS.map((value) => ({ value, label: say(`identity.kind.${value}`) }))}
        onChange={setKind}
      />
      {(kind === "handle" || kind === "reference") && <Field label={say("identity.network")} name="network" />}
      <Field label={say("identity.value")} name="value" required autoFocus />
      <FormEnd onCancel={() => setOpen(false)}>{say("act.add")}</FormEnd>
    </Form>
  )
}
