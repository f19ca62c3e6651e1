import { useQuery } from "@tanstack/react-query"
import { inboxesQuery } from "../../api/settings.ts"
import type { Role } from "../../api/types.ts"
import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { useWords } from "../../words/use-words.ts"
import { Picks } from "../automation/picks.tsx"
import { EditDialog } from "../edit-dialog.tsx"
import { useChange } from "../use-change.ts"
import { ScopesField } from "./scopes-field.tsx"

const ROLES: readonly Role[] = ["observer", "agent", "lead", "admin"]
const DAY = 86_400_000

export function TokenDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (token: string) => void }) {
  const { say } = useWords()
  const { refresh } = useChange("tokens")
  const inboxes = (useQuery(inboxesQuery).data ?? []).map(({ id, address }) => ({ value: id, label: address }))
  const [inboxIds, setInboxIds] = useKeptPart<string[] | null>(say("tokens.add"), "inboxIds", null)
  const [scopes, setScopes] = useKeptPart<string[] | null>(say("tokens.add"), "scopes", null)
  return (
    <EditDialog
      title={say("tokens.add")}
      onClose={onClose}
      onSave={async (values) => {
        const days = Number(values.text("ends"))
        const { token } = await values.post<{ token: string }>("/api/tokens", {
          name: values.text("name"),
          role: values.text("role"),
          inboxIds,
          scopes,
          expiresAt: days ? new Date(Date.now() + days * DAY).toISOString() : null,
          allowedFrom: values
            .text("allowedFrom")
            .split(/[\s,]+/)
            .filter(Boolean),
        })
        onAdded(token)
        await refresh()
      }}
    >
      <Field label={say("tokens.name")} name="name" help={say("tokens.nameHelp")} required autoFocus />
      <div className="form-row">
        <Choice
          label={say("agents.role")}
          name="role"
          value="agent"
          options={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
        />
        <Choice
          label={say("tokens.ends")}
          name="ends"
          value="90"
          options={[
            { value: "30", label: say("tokens.ends.30") },
            { value: "90", label: say("tokens.ends.90") },
            { value: "365", label: say("tokens.ends.365") },
            { value: "0", label: say("tokens.ends.never") },
          ]}
        />
      </div>
      <ScopesField value={scopes} onChange={setScopes} />
      <Check checked={inboxIds === null} onChange={(every) => setInboxIds(every ? null : [])}>
        {say("tokens.everyInbox")}
      </Check>
      {inboxIds !== null && <Picks label={say("tokens.inboxes")} options={inboxes} value={inboxIds} onChange={setInboxIds} />}
      <Field label={say("tokens.from")} name="allowedFrom" placeholder="198.51.100.0/24" help={say("tokens.fromHelp")} />
    </EditDialog>
  )
}
