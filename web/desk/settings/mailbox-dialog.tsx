import { useQuery } from "@tanstack/react-query"
import { patch } from "../api/request.ts"
import { inboxesQuery } from "../api/settings.ts"
import type { Mailbox } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { useChange } from "./use-change.ts"

const SECURITIES = ["tls", "starttls", "none"] as const
const AFTER = ["nothing", "mark-seen", "move", "delete"] as const

export function MailboxDialog({ mailbox, onClose }: { mailbox: Mailbox | null; onClose: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("mailboxes")
  const inboxes = useQuery(inboxesQuery).data ?? []
  return (
    <EditDialog
      of={mailbox?.id}
      title={mailbox ? say("mailboxes.change") : say("mailboxes.add")}
      onClose={onClose}
      onSave={async (values) => {
        const text = (name: string): string => values.text(name).trim()
        const body = {
          inboxId: text("inboxId"),
          host: text("host"),
          port: Number(text("port")),
          security: text("security"),
          username: text("username"),
          ...(values.text("password") ? { password: values.text("password") } : {}),
          folder: text("folder"),
          afterReading: text("afterReading"),
          ...(text("moveTo") ? { moveTo: text("moveTo") } : {}),
        }
        await (mailbox ? patch(`/api/mailboxes/${mailbox.id}`, body) : values.post("/api/mailboxes", body))
        await refresh()
      }}
    >
      <Choice
        label={say("mailboxes.inbox")}
        name="inboxId"
        value={mailbox?.inboxId ?? inboxes[0]?.id ?? ""}
        options={inboxes.map(({ id, address }) => ({ value: id, label: address }))}
      />
      <div className="form-row">
        <Field label={say("mailboxes.host")} name="host" first={mailbox?.host ?? ""} placeholder="imap.example" required />
        <Field label={say("mailboxes.port")} name="port" type="number" first={String(mailbox?.port ?? 993)} required />
      </div>
      <div className="form-row">
        <Field label={say("mailboxes.username")} name="username" first={mailbox?.username ?? ""} autoComplete="off" required />
        <Field
          label={say("field.password")}
          name="password"
          type="password"
          autoComplete="new-password"
          required={!mailbox}
          {...(mailbox ? { help: say("mailboxes.passwordKept") } : {})}
        />
      </div>
      <div className="form-row">
        <Choice
          label={say("mailboxes.security")}
          name="security"
          value={mailbox?.security ?? "tls"}
          options={SECURITIES.map((value) => ({ value, label: say(`mailboxes.security.${value}`) }))}
        />
        <Field label={say("mailboxes.folder")} name="folder" first={mailbox?.folder ?? "INBOX"} required />
      </div>
      <div className="form-row">
        <Choice
          label={say("mailboxes.after")}
          name="afterReading"
          value={mailbox?.afterReading ?? "nothing"}
          options={AFTER.map((value) => ({ value, label: say(`mailboxes.after.${value}`) }))}
        />
        <Field label={say("mailboxes.moveTo")} name="moveTo" first={mailbox?.moveTo ?? ""} />
      </div>
    </EditDialog>
  )
}
