import { useQuery } from "@tanstack/react-query"
import { teamsQuery } from "../api/people.ts"
import { patch, put } from "../api/request.ts"
import { askingQuery } from "../api/settings.ts"
import type { Inbox } from "../api/types.ts"
import { Check } from "../parts/check.tsx"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { useChange } from "./use-change.ts"

const LANGUAGES = ["en", "fr"] as const

export function InboxDialog({ inbox, onClose }: { inbox: Inbox | null; onClose: () => void }) {
  const { say, language } = useWords()
  const { refresh } = useChange("inboxes", "satisfaction")
  const asking = useQuery(askingQuery).data?.find(({ inboxId }) => inboxId === inbox?.id)
  const teams = useQuery(teamsQuery).data ?? []
  return (
    <EditDialog
      of={inbox?.id}
      title={inbox ? say("inboxes.change") : say("inboxes.add")}
      onClose={onClose}
      onSave={async (values) => {
        const name = values.text("name").trim()
        const body = {
          address: values.text("address").trim(),
          ...(name ? { name } : {}),
          language: values.text("language"),
          signature: values.text("signature"),
          teamId: values.text("teamId") || null,
          acknowledge: values.is("acknowledge"),
        }
        const kept = await (inbox ? patch<Inbox>(`/api/inboxes/${inbox.id}`, body) : values.post<Inbox>("/api/inboxes", body))
        const choices = Number(values.text("choices")) || null
        if (choices !== (asking?.choices ?? null)) await put(`/api/satisfaction/${kept.id}`, { choices })
        await refresh()
      }}
    >
      <Field
        label={say("inboxes.address")}
        name="address"
        type="email"
        first={inbox?.address ?? ""}
        help={say("inboxes.addressHelp")}
        required
        autoFocus
      />
      <Field label={say("inboxes.name")} name="name" first={inbox?.name ?? ""} help={say("inboxes.nameHelp")} />
      <div className="form-row">
        <Choice
          label={say("inboxes.language")}
          name="language"
          value={inbox?.language ?? language}
          options={LANGUAGES.map((value) => ({ value, label: say(`language.${value}`) }))}
        />
        <Choice
          label={say("inboxes.team")}
          name="teamId"
          value={inbox?.teamId ?? ""}
          options={[{ value: "", label: say("assign.noTeam") }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <Field label={say("inboxes.signature")} name="signature" first={inbox?.signature ?? ""} rows={3} />
      <Choice
        key={asking?.choices}
        label={say("inboxes.asks")}
        name="choices"
        value={String(asking?.choices ?? "")}
        help={say("inboxes.asksHelp")}
        options={["", "3", "5"].map((value) => ({ value, label: say(`inboxes.asks.${value === "" ? "no" : (value as "3")}`) }))}
      />
      <Check name="acknowledge" first={inbox?.acknowledge ?? false}>
        {say("inboxes.acknowledge")}
      </Check>
    </EditDialog>
  )
}
