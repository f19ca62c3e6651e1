import { useState } from "react"
import { addPasskey } from "../../api/passkeys.ts"
import { Refused } from "../../api/request.ts"
import type { Me } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Wrong } from "../../parts/wrong.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { Block } from "./block.tsx"

export function PasskeysCard({ me, onDone }: { me: Me; onDone?: () => void }) {
  const { say, when } = useWords()
  const now = useNow()
  const { refresh, removing } = useChange("me")
  const [declined, setDeclined] = useState(false)
  if (!("PublicKeyCredential" in window)) return null
  return (
    <Block title={say("account.passkeys")} explain={say("account.passkeysExplain")}>
      <ul className="lines">
        {me.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Icon name="key" />
            <span>
              {passkey.name} <small>{passkey.usedAt ? say("tokens.used", { at: when(passkey.usedAt, now) }) : say("tokens.unused")}</small>
            </span>
            <Button
              kind="danger"
              onPress={() => removing({ path: `/api/me/passkeys/${passkey.id}`, name: passkey.name, lost: say("account.passkeyLost") })}
            >
              {say("act.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        clearAfter
        className="form-line"
        onSend={async (values) => {
          setDeclined(false)
          try {
            await addPasskey(values.text("name") || say("account.passkey"))
          } catch (error) {
            if (error instanceof Refused) throw error
            return setDeclined(true)
          }
          await refresh()
          onDone?.()
        }}
      >
        <Field label={say("account.passkeyName")} name="name" placeholder={say("account.passkeyExample")} />
        <Button type="submit" icon="key">
          {say("account.addPasskey")}
        </Button>
      </Form>
      {declined && <Wrong>{say("signIn.passkeyNot")}</Wrong>}
    </Block>
  )
}
