import assert from "node:assert/strict"
import { test } from "node:test"
import { readCalendar } from "./calendar-events.ts"

test("an invitation gives its method, its times and its place; its alarm doesn't rename it", () => {
  const text = `BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
BEGIN:STANDARD
DTSTART:16010101T000000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1@example.com
SUMMARY;LANGUAGE=en:Call\\, with the ve
 ry best
DTSTART;TZID="Europe/Paris: summer":20260407T100000
DTEND:20260407T090000Z
LOCATION:Room 1\\nFloor 2
BEGIN:VALARM
SUMMARY:Beep
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260408
END:VEVENT
END:VCALENDAR`
  assert.deepEqual(readCalendar(text), [
    {
      method: "REQUEST",
      uid: "1@example.com",
      summary: "Call, with the very best",
      start: "2026-04-07T10:00:00",
      end: "2026-04-07T09:00:00Z",
      location: "Room 1\nFloor 2",
    },
    { method: "REQUEST", uid: "", summary: "", start: "2026-04-08", end: null, location: "" },
  ])
})
