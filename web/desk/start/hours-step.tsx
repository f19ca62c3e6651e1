import { useQuery } from "@tanstack/react-query"
import { patch } from "../api/request.ts"
import { calendarsQuery } from "../api/settings.ts"
import { companyQuery } from "../api/start.ts"
import type { Calendar } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Form } from "../parts/form.tsx"
import { useKeptPart } from "../parts/use-kept-part.ts"
import { Loading } from "../parts/loading.tsx"
import { CalendarFields, type CalendarParts, partsOf } from "../settings/hours/calendar-fields.tsx"
import { useChange } from "../settings/use-change.ts"
import { useWords } from "../words/use-words.ts"
import type { StepProps } from "./start.tsx"

/** The usual hours: everything that counts in working time counts these. */
export function HoursStep(props: StepProps) {
  const calendars = useQuery(calendarsQuery).data
  if (!calendars) return <Loading />
  return <Hours {...props} usual={calendars.find(({ standard }) => standard) ?? null} />
}

function Hours({ onDone, usual }: StepProps & { usual: Calendar | null }) {
  const { say } = useWords()
  const { refresh } = useChange("calendars")
  const zone = useQuery(companyQuery).data?.timeZone ?? "Europe/Paris"
  const [parts, setParts] = useKeptPart<CalendarParts>("hours", "parts", partsOf(usual))
  return (
    <Form
      keeps="hours"
      onSend={async ({ post }) => {
        const body = { ...parts, timeZone: usual?.timeZone ?? zone }
        await (usual
          ? patch(`/api/calendars/${usual.id}`, body)
          : post("/api/calendars", { ...body, name: say("start.usualHours"), standard: true }))
        await refresh()
        onDone()
      }}
    >
      <CalendarFields parts={parts} onChange={setParts} />
      <div className="form-end">
        <Button kind="main" type="submit">
          {say("start.keep")}
        </Button>
      </div>
    </Form>
  )
}
