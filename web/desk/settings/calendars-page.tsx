import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { calendarsQuery } from "../api/settings.ts"
import type { Calendar } from "../api/types.ts"
import { hoursInWords } from "../panel/wishes-line.tsx"
import { Button } from "../parts/button.tsx"
import { Tag } from "../parts/tag.tsx"
import { useWords } from "../words/use-words.ts"
import { CalendarDialog } from "./calendar-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"

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
