import { useQuery } from "@tanstack/react-query"
import { webhookEventsQuery } from "../../api/webhooks.ts"
import { patch } from "../../api/request.ts"
import { inboxesQuery } from "../../api/settings.ts"
import type { Webhook } from "../../api/types.ts"
import { Check } from "../../parts/check.tsx"
import { Field } from "../../parts/field.tsx"
import { useFieldError } from "../../parts/form-errors.ts"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { useWords } from "../../words/use-words.ts"
import { Picks } from "../automation/picks.tsx"
import { EditDialog } from "../edit-dialog.tsx"
import { useChange } from "../use-change.ts"

export function WebhookDialog({
  hook,
  onClose,
  onAdded,
}: {
  hook: Webhook | null
  onClose: () => void
  onAdded: (name: string, secret: string) => void
}) {
  const { say } = useWords()
  const { refresh } = useChange("webhooks")
  const title = hook ? hook.name : say("hooks.add")
  const inboxes = (useQuery(inboxesQuery).data ?? []).map(({ id, address }) => ({ value: id, label: address }))
  const [events, setEvents] = useKeptPart<string[]>(title, "events", hook?.events ?? ["*"])
  const [inboxIds, setInboxIds] = useKeptPart<string[] | null>(title, "inboxIds", hook?.inboxIds ?? null)
  const [bodies, setBodies] = useKeptPart(title, "bodies", hook?.bodies ?? false)
  return (
    <EditDialog
      title={title}
      onClose={onClose}
      onSave={async (values) => {
        const body = { name: values.text("name"), url: values.text("url").trim(), events, inboxIds, bodies }
        if (hook) await patch(`/api/webhooks/${hook.id}`, body)
        else onAdded(body.name, (await values.post<{ secret: string }>("/api/webhooks", body)).secret)
        await refresh()
      }}
    >
      <Field label={say("hooks.name")} name="name" first={hook?.name ?? ""} required autoFocus />
      <Field
        label={say("hooks.url")}
        name="url"
        first={hook?.url ?? ""}
        placeholder="https://hooks.example/vigie"
        help={say("hooks.urlHelp")}
        required
      />
      <Check checked={events.includes("*")} onChange={(all) => setEvents(all ? ["*"] : ["message.received", "case.opened"])}>
        {say("hooks.all")}
      </Check>
      {!events.includes("*") && <Events value={events} onChange={setEvents} />}
      <Check checked={inboxIds === null} onChange={(every) => setInboxIds(every ? null : [])}>
        {say("hooks.everyInbox")}
      </Check>
      {inboxIds !== null && <Picks label={say("hooks.inboxes")} options={inboxes} value={inboxIds} onChange={setInboxIds} />}
      <Check checked={bodies} onChange={setBodies}>
        {say("hooks.bodies")}
      </Check>
      {!bodies && <span className="help">{say("hooks.bodiesHelp")}</span>}
    </EditDialog>
  )
}

function Events({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const { say } = useWords()
  const problem = useFieldError("events")
  const events = (useQuery(webhookEventsQuery).data ?? []).map((name) => ({ value: name, label: name }))
  return (
    <>
      <Picks label={say("hooks.events")} options={events} value={value} onChange={onChange} />
      {problem && <span className="field-problem">{problem}</span>}
    </>
  )
}
