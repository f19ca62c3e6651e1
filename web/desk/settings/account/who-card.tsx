import { patch } from "../../api/request.ts"
import type { Me } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { ZoneField } from "../../parts/zone-field.tsx"
import { tell } from "../../shell/notices.tsx"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { Block } from "./block.tsx"

export function WhoCard({ me }: { me: Me }) {
  const { say } = useWords()
  const { refresh } = useChange("me", "agents")
  return (
    <Block title={say("account.who")}>
      <Form
        keeps="who"
        onSend={async (values) => {
          await patch("/api/me", {
            name: values.text("name"),
            language: values.text("language"),
            timeZone: values.text("timeZone"),
            signature: values.text("signature"),
            ...(me.email === null && values.text("email") ? { email: values.text("email") } : {}),
          })
          await refresh()
          tell(say("done.saved"))
        }}
      >
        <Field label={say("person.name")} name="name" first={me.name} autoComplete="name" required />
        {me.email === null && <Field label={say("field.email")} name="email" type="email" autoComplete="email" />}
        <div className="form-row">
          <Choice
            label={say("account.language")}
            name="language"
            value={me.language}
            options={(["en", "fr"] as const).map((value) => ({ value, label: say(`language.${value}`) }))}
          />
          <ZoneField label={say("account.timeZone")} name="timeZone" first={me.timeZone} />
        </div>
        <Field label={say("account.signature")} name="signature" first={me.signature} rows={3} />
        <div className="form-end">
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
    </Block>
  )
}
