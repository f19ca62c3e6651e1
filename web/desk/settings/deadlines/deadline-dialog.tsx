import { patch, Refused } from "../../api/request.ts"
import type { Calendar, DeadlineRule, Inbox } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import type { FormValues } from "../../parts/form.tsx"
import { useWords } from "../../words/use-words.ts"
import { EditDialog } from "../edit-dialog.tsx"
import { useChange } from "../use-change.ts"
import { readWorking, sayWorking } from "./working-time.ts"

const PRIORITIES = ["low", "normal", "high", "urgent"] as const
const TIMES = ["firstAnswer", "nextAnswer", "resolution"] as const

interface Props {
  rule: DeadlineRule | null
  title: string
  calendars: readonly Calendar[]
  inboxes: readonly Inbox[]
  onClose: () => void
}

export function DeadlineDialog({ rule, title, calendars, inboxes, onClose }: Props) {
  const { say } = useWords()
  const { refresh } = useChange("deadline-rules", "case", "cases")
  const usual = calendars.find(({ standard }) => standard) ?? calendars[0]
  return (
    <EditDialog
      title={title}
      of={rule?.id}
      onClose={onClose}
      onSave={async (values) => {
        const body = {
          inboxId: values.text("inboxId") || null,
          priority: values.text("priority") || null,
          calendarId: values.text("calendarId"),
          ...timesOf(values, say("deadlines.unreadable")),
        }
        await (rule ? patch(`/api/deadline-rules/${rule.id}`, body) : values.post("/api/deadline-rules", body))
        await refresh()
      }}
    >
      <div className="form-row">
        <Choice
          label={say("case.inbox")}
          name="inboxId"
          value={rule?.inboxId ?? ""}
          options={[{ value: "", label: say("deadlines.everyInbox") }, ...inboxes.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Choice
          label={say("case.priority")}
          name="priority"
          value={rule?.priority ?? ""}
          options={[
            { value: "", label: say("deadlines.anyPriority") },
            ...PRIORITIES.map((value) => ({ value, label: say(`priority.${value}`) })),
          ]}
        />
      </div>
      {TIMES.map((name, index) => (
        <Field
          key={name}
          label={say(`deadlines.${name}`)}
          name={name}
          first={rule?.[name] ? sayWorking(rule[name]) : ""}
          placeholder={index === 0 ? "4 h" : ""}
          help={index === 0 ? say("deadlines.timeHelp") : undefined}
          autoFocus={index === 0}
        />
      ))}
      <Choice
        label={say("settings.calendars")}
        name="calendarId"
        value={rule?.calendarId ?? usual?.id ?? ""}
        options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </EditDialog>
  )
}

/** What was typed as working minutes; what can't be read is said beside its field. */
function timesOf(values: FormValues, unreadable: string): Record<string, number | null> {
  const times = TIMES.map((name) => [name, readWorking(values.text(name))] as const)
  const wrong = times.filter(([, minutes]) => Number.isNaN(minutes) || minutes === 0)
  if (wrong.length > 0)
    throw new Refused({
      title: "",
      detail: unreadable,
      status: 422,
      key: "unreadable",
      fields: wrong.map(([path]) => ({ path, detail: unreadable, key: "unreadable" })),
    })
  return Object.fromEntries(times)
}
