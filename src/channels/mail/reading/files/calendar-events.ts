import type { MailEvent } from "../read-mail.types.ts"

interface Property {
  name: string
  value: string
}

const MOST_EVENTS = 50
const LONGEST_TEXT = 2_000

/** The events of an iCalendar text (RFC 5545), in the order they stand in. What isn't understood is left out, nothing fails. */
export function readCalendar(text: string): MailEvent[] {
  const events: MailEvent[] = []
  let method = ""
  let event: MailEvent | null = null
  let nested = 0
  for (const { name, value } of properties(text)) {
    const isEvent = value.trim().toUpperCase() === "VEVENT"
    if (name === "METHOD") method = value.trim().toUpperCase().slice(0, 40)
    else if (name === "BEGIN" && isEvent && events.length < MOST_EVENTS) {
      event = { method: "", uid: "", summary: "", start: null, end: null, location: "" }
      nested = 0
    } else if (name === "END" && isEvent && event) {
      events.push(event)
      event = null
    } else if (name === "BEGIN") nested++
    else if (name === "END") nested--
    else if (event && nested <= 0) read(event, name, value) // an alarm inside an event has a summary of its own
  }
  return events.map((each) => ({ ...each, method }))
}

function read(event: MailEvent, name: string, value: string): void {
  if (name === "UID") event.uid = value.trim().slice(0, LONGEST_TEXT)
  else if (name === "SUMMARY") event.summary = unescaped(value)
  else if (name === "LOCATION") event.location = unescaped(value)
  else if (name === "DTSTART") event.start = isoTime(value)
  else if (name === "DTEND") event.end = isoTime(value)
}

/** Unfolds (§ 3.1) and cuts `NAME;PARAMETERS:VALUE`; a colon in a quoted parameter is none. */
function* properties(text: string): Generator<Property> {
  for (const line of text.replace(/\n[ \t]/g, "").split("\n")) {
    const match = /^([A-Za-z0-9-]{1,60})(?:;[^:";]{0,500}(?:"[^"]{0,500}"[^:";]{0,500})?){0,20}:(.*)$/.exec(line.slice(0, 10_000))
    if (match) yield { name: match[1]!.toUpperCase(), value: match[2]! }
  }
}

function unescaped(value: string): string {
  return value
    .replace(/\\([nN,;\\])/g, (_, mark: string) => (mark.toLowerCase() === "n" ? "\n" : mark))
    .trim()
    .slice(0, LONGEST_TEXT)
}

const TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/

/** A date, a local time or a time in UTC. A named zone stays a local time: its rules are in the calendar, not here. */
function isoTime(value: string): string | null {
  const match = TIME.exec(value.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second, utc] = match
  const date = `${year}-${month}-${day}`
  return hour ? `${date}T${hour}:${minute}:${second ?? "00"}${utc ?? ""}` : date
}
