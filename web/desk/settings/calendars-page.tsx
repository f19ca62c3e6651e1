import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { patch, post } from "../api/request.ts"
import { calendarsQuery } from "../api/settings.ts"
import type { Calendar } from "../api/types.ts"
import { hoursInWords } from "../panel/wishes-line.tsx"
import { Button } from "../parts/button.tsx"
import { Check } from "../parts/check.tsx"
import { Field } from "../parts/field.tsx"
import { Tag } from "../parts/tag.tsx"
import { ZoneField } from "../parts/zone-field.tsx"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { CalendarFields, partsOf } from "./hours/calendar-fields.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

export function CalendarsPage() {
  const { say, sayCode, language } = useWords()
  const [editing, setEditing] = useState<Calendar | "new" | null>(null)
  return (
    <Page
      title={say("settings.calendars")}
      explain={say("calendars.explain")}
      act={
        <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
          {say("calendars.add")}
        </Button>
      }
    >
      <ListOf
        found={useQuery(calendarsQuery)}
        empty={say("calendars.none")}
        row={(calendar) => (
          <>
            <div className="card-words">
              <strong>{calendar.name}</strong>
              <span>{calendar.spans.map((span) => hoursInWords(span, language)).join(" · ")}</span>
              <span>
                {calendar.timeZone} · {sayCode(`calendars.holidays.${calendar.holidays}`, "calendars.holidays.other")}
              </span>
            </div>
            {calendar.standard && <Tag tone="accent">{say("calendars.standard")}</Tag>}
            <Button kind="quiet" onPress={() => setEditing(calendar)}>
              {say("act.change")}
            </Button>
          </>
        )}
      />
      {editing && <CalendarDialog calendar={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function CalendarDialog({ calendar, onClose }: { calendar: Calendar | null; onClose: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("calendars", "case", "cases")
  const [parts, setParts] = useState(() => partsOf(calendar))
  return (
    <EditDialog
      title={calendar ? calendar.name : say("calendars.add")}
      onClose={onClose}
      onSave={async (values) => {
        const body = {
          name: values.text("name"),
          timeZone: values.text("timeZone"),
          ...parts,
          ...(values.is("standard") ? { standard: true } : {}),
        }
        await (calendar ? patch(`/api/calendars/${calendar.id}`, body) : post("/api/calendars", body))
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
