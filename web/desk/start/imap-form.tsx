import { useState } from "react"
import { post } from "../api/request.ts"
import type { Inbox, MailboxTrial } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useWords } from "../words/use-words.ts"
import { useChange } from "../settings/use-change.ts"

const SECURITIES = ["tls", "starttls", "none"] as const
const PORTS = { tls: "993", starttls: "143", none: "143" } as const

/** A mailbox elsewhere: tried as it is typed in, and read from then on only when it could be opened. */
export function ImapForm({ inbox }: { inbox: Inbox }) {
  const { say } = useWords()
  const { refresh } = useChange("mailboxes", "start")
  const [trial, setTrial] = useState<MailboxTrial | null>(null)
  const [security, setSecurity] = useState<(typeof SECURITIES)[number]>("tls")
  const guess = `imap.${inbox.address.split("@")[1] ?? ""}`
  return (
    <Form
      keeps="imap"
      onSend={async (values) => {
        const access = {
          host: values.text("host").trim(),
          port: Number(values.text("port")),
          security,
          username: values.text("username").trim(),
          password: values.text("password"),
        }
        setTrial(null)
        const outcome = await post<MailboxTrial>("/api/mailboxes/try", access)
        if (outcome.ok) await post("/api/mailboxes", { inboxId: inbox.id, ...access })
        setTrial(outcome)
        await refresh()
      }}
    >
      <div className="form-row">
        <Field label={say("mailboxes.host")} name="host" placeholder={guess} required />
        <Choice
          label={say("mailboxes.security")}
          name="security"
          value={security}
          onChange={setSecurity}
          options={SECURITIES.map((value) => ({ value, label: say(`mailboxes.security.${value}`) }))}
        />
        <Field key={security} label={say("mailboxes.port")} name="port" type="number" first={PORTS[security]} required />
      </div>
      <div className="form-row">
        <Field label={say("mailboxes.username")} name="username" first={inbox.address} autoComplete="off" required />
        <Field label={say("field.password")} name="password" type="password" autoComplete="new-password" required />
      </div>
      <div aria-live="polite">
        {trial?.ok && <p className="right-words">{say("start.imap.right", { count: trial.mails ?? 0 })}</p>}
        {trial && !trial.ok && (
          <>
            <Wrong>{trial.problem}</Wrong>
            {trial.hint && <p className="help">{trial.hint}</p>}
          </>
        )}
      </div>
      <div className="form-end">
        <Button kind="plain" type="submit">
          {say("start.imap.try")}
        </Button>
      </div>
    </Form>
  )
}
