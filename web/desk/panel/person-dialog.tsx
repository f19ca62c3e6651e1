import { useQueryClient } from "@tanstack/react-query"
import { patch, post } from "../api/request.ts"
import type { Contact, Identity } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"

const KINDS = ["email", "phone", "handle", "reference"] as const

/** All of it optional, none of it guessed. */
export function PersonDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const done = (): Promise<void> =>
    client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === "contact" || what === "case" || what === "cases" })
  return (
    <Dialog title={say("person.change")} onClose={onClose}>
      <Form
        onSend={async (values) => {
          await patch(`/api/contacts/${contact.id}`, {
            name: values.text("name"),
            salutation: values.text("salutation") || null,
            grammar: values.text("grammar") || null,
            familiarity: values.text("familiarity") || null,
            language: values.text("language") || null,
            organisation: values.text("organisation"),
            note: values.text("note"),
          })
          await done()
          onClose()
        }}
      >
        <Field label={say("person.name")} name="name" first={contact.name} autoFocus />
        <Field label={say("person.salutation")} name="salutation" first={contact.salutation ?? ""} help={say("person.salutationHelp")} />
        <div className="form-row">
          <Choice
            label={say("person.grammar")}
            name="grammar"
            value={contact.grammar ?? ""}
            options={[
              { value: "", label: say("person.notSaid") },
              ...(["feminine", "masculine", "neutral"] as const).map((value) => ({ value, label: say(`grammar.${value}`) })),
            ]}
          />
          <Choice
            label={say("person.familiarity")}
            name="familiarity"
            value={contact.familiarity ?? ""}
            options={[
              { value: "", label: say("person.notSaid") },
              ...(["vous", "tu"] as const).map((value) => ({ value, label: say(`familiarity.${value}`) })),
            ]}
          />
        </div>
        <div className="form-row">
          <Field label={say("person.language")} name="language" first={contact.language ?? ""} help={say("person.languageHelp")} />
          <Field label={say("person.organisation")} name="organisation" first={contact.organisation} />
        </div>
        <Field label={say("person.note")} name="note" first={contact.note} rows={3} />
        <div className="form-end">
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
      <Form
        clearAfter
        className="form-apart"
        onSend={async (values) => {
          await post(`/api/contacts/${contact.id}/identities`, {
            kind: values.text("kind") as Identity["kind"],
            network: values.text("network"),
            value: values.text("value"),
          })
          await done()
        }}
      >
        <h3>{say("identity.add")}</h3>
        <div className="form-row">
          <Choice
            label={say("identity.kind")}
            name="kind"
            value="email"
            options={KINDS.map((value) => ({ value, label: say(`identity.kind.${value}`) }))}
          />
          <Field label={say("identity.network")} name="network" />
        </div>
        <Field label={say("identity.value")} name="value" required />
        <div className="form-end">
          <Button type="submit" icon="plus">
            {say("act.add")}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
