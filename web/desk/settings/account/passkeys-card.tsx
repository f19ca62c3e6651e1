import { useState } from "react"
import { addPasskey } from "../../api/passkeys.ts"
import { patch, Refused } from "../../api/request.ts"
import type { Me } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form, NOT_YET } from "../../parts/form.tsx"
import { Icon } from "../../parts/icon.tsx"
import { InPlace } from "../../parts/in-place.tsx"
import { Wrong } from "../../parts/wrong.tsx"
import { tell } from "../../shell/notices.tsx"
import { useNow } from "../../words/use-now.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { Block } from "./block.tsx"

export function PasskeysCard({ me, onDone }: { me: Me; onDone?: () => void }) {
  const { say, when } = useWords()
  const now = useNow()
  const problem = useProblem()
  const { refresh, removing } = useChange("me")
  const [declined, setDeclined] = useState(false)
  const rename = (id: string, name: string): Promise<boolean> =>
    patch(`/api/me/passkeys/${id}`, { name }).then(
      async () => {
        await refresh()
        tell(say("done.saved"))
        return true
      },
      (error: unknown) => {
        tell(problem(error), { tone: "hot" })
        return false
      },
    )
  if (!("PublicKeyCredential" in window)) return null
  return (
    <Block title={say("account.passkeys")} explain={say("account.passkeysExplain")}>
      <ul className="lines">
        {me.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Icon name="key" />
            <span>
              <InPlace
                label={say("account.passkeyName")}
                hideLabel
                name={`passkey ${passkey.id}`}
                value={passkey.name}
                maxLength={100}
                onSave={(name) => rename(passkey.id, name)}
              />
              <small>{passkey.usedAt ? say("account.passkeyUsed", { at: when(passkey.usedAt, now) }) : say("account.passkeyUnused")}</small>
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
        keeps="passkey"
        clearAfter
        className="form-line"
        onSend={async (values) => {
          setDeclined(false)
          try {
            await addPasskey(values.text("name") || say("account.passkey"))
          } catch (error) {
            if (error instanceof Refused) throw error
            setDeclined(true)
            return NOT_YET
          }
          await refresh()
          onDone?.()
          return undefined
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
