import { put } from "../../api/request.ts"
import type { Me } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { tell } from "../../shell/notices.tsx"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { Block } from "./block.tsx"

export function PasswordCard({ me, onDone }: { me: Me; onDone?: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("me")
  return (
    <Block title={say("account.password")} explain={me.hasPassword ? say("account.passwordExplain") : say("account.noPassword")}>
      <Form
        keeps="password"
        clearAfter
        onSend={async (values) => {
          await put("/api/me/password", { ...(me.hasPassword ? { current: values.text("current") } : {}), next: values.text("next") })
          await refresh()
          tell(say("done.password"))
          onDone?.()
        }}
      >
        {me.hasPassword && <Field label={say("account.current")} name="current" type="password" autoComplete="current-password" required />}
        <Field label={say("account.next")} name="next" type="password" autoComplete="new-password" required />
        <div className="form-end">
          <Button type="submit">{me.hasPassword ? say("account.changePassword") : say("account.setPassword")}</Button>
        </div>
      </Form>
    </Block>
  )
}
