import { useState } from "react"
import { patch } from "../../api/request.ts"
import type { SocialAccount } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"
import { EditDialog } from "../edit-dialog.tsx"
import { useChange } from "../use-change.ts"
import { ApprovalFields, type Leave } from "./approval-fields.tsx"
import { NetworkFields } from "./network-fields.tsx"
import { accountFrom, isNetwork, NETWORK_KINDS, type NetworkKind } from "./networks.ts"
import { TryAccount } from "./try-account.tsx"

/** An account: where it is, what opens it, and by whose approval it speaks. */
export function AccountDialog({ account, onClose }: { account: SocialAccount | null; onClose: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("social-accounts")
  const [kind, setKind] = useState<NetworkKind>(account && isNetwork(account.kind) ? account.kind : "bluesky")
  const [leave, setLeave] = useState<Leave>({
    approval: account?.approval ?? "nobody",
    approvalTeams: account?.approvalTeams ?? [],
    approvers: account?.approvers ?? [],
  })
  return (
    <EditDialog
      of={account?.id}
      title={account ? say("social.change") : say("social.add")}
      onClose={onClose}
      onSave={async (values) => {
        const { settings, secret } = accountFrom(kind, (name) => values.text(name).trim(), account?.settings)
        const name = values.text("name").trim()
        await (account
          ? patch(`/api/social-accounts/${account.id}`, {
              ...(name ? { name } : {}),
              ...(isChanged(settings, account.settings) ? { settings } : {}),
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
          options={NETWORK_KINDS.map((value) => ({ value, label: say(`social.kind.${value}`) }))}
        />
      )}
      <NetworkFields kind={kind} known={account?.settings ?? null} />
      {!account && <TryAccount kind={kind} />}
      <Field label={say("social.name")} name="name" first={account?.name ?? ""} help={say("social.nameHelp")} />
      <ApprovalFields leave={leave} onChange={setLeave} />
    </EditDialog>
  )
}

const isChanged = (settings: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(settings).some(([name, value]) => before[name] !== value)
