import { useQuery } from "@tanstack/react-query"
import { patch } from "../api/request.ts"
import { inboxesQuery } from "../api/settings.ts"
import type { Agent, Role } from "../api/types.ts"
import { Check } from "../parts/check.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { useKeptPart } from "../parts/use-kept-part.ts"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { useChange } from "./use-change.ts"

const ROLES: readonly Role[] = ["agent", "lead", "admin", "observer"]

export function AgentDialog({ agent, onClose, onAdded }: { agent: Agent | null; onClose: () => void; onAdded: (agent: Agent) => void }) {
  const { say } = useWords()
  const { refresh } = useChange("agents")
  const inboxes = useQuery(inboxesQuery).data ?? []
  const title = agent ? agent.name : say("agents.add")
  const [every, setEvery] = useKeptPart(title, "every", !agent || agent.inboxIds === null)
  return (
    <EditDialog
      title={title}
      onClose={onClose}
      onSave={async (values) => {
        const name = values.text("name").trim()
        const body = { ...(name ? { name } : {}), role: values.text("role"), inboxIds: every ? null : values.all("inbox") }
        if (agent) await patch(`/api/agents/${agent.id}`, body)
        else onAdded(await values.post<Agent>("/api/agents", { ...body, email: values.text("email") }))
        await refresh()
      }}
    >
      {!agent && <Field label={say("field.email")} name="email" type="email" required autoFocus />}
      <Field label={say("person.name")} name="name" first={agent?.name ?? ""} />
      <Choice
        label={say("agents.role")}
        name="role"
        value={agent?.role ?? "agent"}
        options={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
        help={say("agents.roleHelp")}
      />
      <Check checked={every} onChange={setEvery}>
        {say("agents.everyInbox")}
      </Check>
      {!every && (
        <fieldset className="checks">
          <legend className="label">{say("agents.inboxes")}</legend>
          {inboxes.map((inbox) => (
            <label key={inbox.id} className="plain-check">
              <input type="checkbox" name="inbox" value={inbox.id} defaultChecked={agent?.inboxIds?.includes(inbox.id) ?? false} />
              {inbox.address}
            </label>
          ))}
        </fieldset>
      )}
    </EditDialog>
  )
}
