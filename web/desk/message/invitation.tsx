import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** What a mail invites to, as its calendar file says: what, when, where. */
export function Invitation({ message }: { message: Message }) {
  const { say, moment } = useWords()
  const events = message.calendar.flatMap((each) => readEvent(each) ?? [])
  return events.map(({ summary, start, end, location }) => (
    <div key={`${summary} ${start}`} className="invitation">
      <Icon name="clock" />
      <p>
        <strong>{summary || say("invitation.untitled")}</strong>
        {start && (
          <span>{end ? say("invitation.span", { from: written(start, moment), to: written(end, moment) }) : written(start, moment)}</span>
        )}
        {location && <span>{location}</span>}
      </p>
    </div>
  ))
}

interface Invited {
  summary: string
  start: string | null
  end: string | null
  location: string
}

function readEvent(event: unknown): Invited | null {
  if (typeof event !== "object" || event === null) return null
  const text = (name: string): string => {
    const value: unknown = name in event ? Reflect.get(event, name) : null
    return typeof value === "string" ? value : ""
  }
  const read = { summary: text("summary"), start: text("start") || null, end: text("end") || null, location: text("location") }
  return read.summary || read.start ? read : null
}

/** A moment of a calendar; a time without a zone, or a day alone, stays as the file has it. */
function written(at: string, moment: (at: string) => string): string {
  return /T.*(Z|[+-]\d\d:?\d\d)$/.test(at) && !Number.isNaN(Date.parse(at)) ? moment(at) : at.replace("T", " ")
}
