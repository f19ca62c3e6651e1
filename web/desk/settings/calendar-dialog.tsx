import { patch } from "../api/request.ts"
import type { Calendar } from "../api/types.ts"
import { Check } from "../parts/check.tsx"
import { Field } from "../parts/field.tsx"
import { useKeptPart } from "../parts/use-kept-part.ts"
import { ZoneField } from "../parts/zone-field.tsx"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { CalendarFields, partsOf } from "./hours/calendar-fields.tsx"
import { useChange } from "./use-change.ts"

export function CalendarDialog({ calendar, onClose }: { calendar: Calendar | null; onClose: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("calendars", "case", "cases")
  const title = calendar ? calendar.name : say("calendars.add")
  const [parts, setParts] = useKeptPart(title, "parts", partsOf(calendar))
  return (
    <EditDialog
      title={title}
      onClose={onClose}
      onSave={async (values) => {
        const body = {
          name: values.text("name"),
          timeZone: values.text("timeZone"),
          ...parts,
          ...(values.is("standard") ? { standard: true } : {}),
        }
        await (calendar ? patch(`/api/calendars/${calendar.id}`, body) : values.post("/api/calendars", body))
        await refresh()
      }}
    >
      <Field label={say("calendars.name")} name="name" first={calendar?.name ?? ""} required autoFocus />
      <ZoneField label={say("account.timeZone")} name="timeZone" first={calendar?.timeZone ?? "Europe/Paris"} />
      <CalendarFields parts={parts} onChange={setParts} />
      {!calendar?.standard && (
        <Check name="standard" first={false}>
          {say("calendars.makeStandard")}
        </Check>
      )}
    </EditDialog>
  )
}
