import { useState } from "react"
import { patch } from "../../api/request.ts"
import type { SocialAccount } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"
import { EditDialog } from "../edit-dialog.tsx"
import { useChange } from "../use-change.ts"
import { ApprovalFields, type Leave } from "./approval-fields.tsx"
import { TryAccount } from "./try-account.tsx"

const KINDS = ["bluesky", "mastodon"] as const
type Kind = (typeof KINDS)[number]

/** An account: where it is, what opens it, and by whose approval it speaks. */
export function AccountDialog({ account, onClose }: { account: SocialAccount | null; onClose: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("social-accounts")
  const [kind, setKind] = useState<Kind>(account?.kind === "mastodon" ? "mastodon" : "bluesky")
  const [leave, setLeave] = useState<Leave>({
    approval: account?.approval ?? "nobody",
    approvalTeams: account?.approvalTeams ?? [],
    approvers: account?.approvers ?? [],
  })
  const first = (name: string): string => {
    const known = account?.settings[name]
    return typeof known === "string" ? known : ""
  }
  return (
    <EditDialog
      of={account?.id}
      title={account ? say("social.change") : say("social.add")}
      onClose={onClose}
      onSave={async (values) => {
        const given = accountFrom(kind, (name) => values.text(name).trim())
        const name = values.text("name").trim()
        const { settings, secret } = given
        await (account
          ? patch(`/api/social-accounts/${account.id}`, {
              ...(name ? { name } : {}),
              ...(JSON.stringify(settings) === JSON.stringify(accountFrom(kind, first).settings) ? {} : { settings }),
              ...(secret ? { secret } : {}),
              ...leave,
            })
          : values.post("/api/social-accounts", { kind, settings, secret: secret ?? {}, name: name || null, ...leave }))
        await refresh()
      }}
    >
      {!account && (
        <Choice
          label={say("social.kind")}
          name="kind"
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: say(`social.kind.${value}`) }))}
        />
      )}
      {kind === "bluesky" ? (
        <>
          <Field
            label={say("social.handle")}
            name="settings.handle"
            first={first("handle")}
            placeholder="lilas.bsky.social"
            autoComplete="off"
            required
          />
          <Field
            label={say("social.appPassword")}
            name="secret.appPassword"
            type="password"
            autoComplete="new-password"
            required={!account}
            help={say(account ? "mailboxes.passwordKept" : "social.appPasswordHelp")}
          />
          <Field
            label={say("social.pds")}
            name="settings.pds"
            first={first("pds") || "https://bsky.social"}
            help={say("social.pdsHelp")}
            required
          />
        </>
      ) : (
        <>
          <Field label={say("social.instance")} name="settings.url" first={first("url")} placeholder="https://social.example" required />
          <Field
            label={say("social.token")}
            name="secret.token"
            type="password"
            autoComplete="new-password"
            required={!account}
            help={say(account ? "mailboxes.passwordKept" : "social.tokenHelp")}
          />
          <Choice
            label={say("social.visibility")}
            name="settings.visibility"
            value={first("visibility") || "public"}
            options={(["public", "unlisted"] as const).map((value) => ({ value, label: say(`social.visibility.${value}`) }))}
          />
        </>
      )}
      {!account && <TryAccount kind={kind} from={accountFrom} />}
      <Field label={say("social.name")} name="name" first={account?.name ?? ""} help={say("social.nameHelp")} />
      <ApprovalFields leave={leave} onChange={setLeave} />
    </EditDialog>
  )
}

/** What a form says, as the API takes it. */
export function accountFrom(kind: Kind, text: (name: string) => string) {
  const read = (name: string): string => text(`settings.${name}`) || text(name)
  const word = kind === "bluesky" ? "appPassword" : "token"
  const secret = text(`secret.${word}`)
  return {
    kind,
    settings:
      kind === "bluesky"
        ? { pds: read("pds") || "https://bsky.social", handle: read("handle") }
        : { url: read("url"), visibility: read("visibility") || "public" },
    secret: secret ? { [word]: secret } : null,
  }
}
