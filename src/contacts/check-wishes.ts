import { type FieldProblem, Invalid, isTimeZone } from "#platform"
import { type Hours, minutesOf, type Wishes } from "./hours.ts"

/** By what somebody can wish to be reached, whether or not the desk has such a channel yet. */
export const WISHED_CHANNELS = ["mail", "phone", "sms", "chat", "social", "letter"] as const

/** @throws Invalid with a sentence beside each part that can't be obeyed */
export function checkWishes({ channels, hours, timeZone }: Wishes): void {
  const problems: FieldProblem[] = []
  for (const [i, channel] of channels.entries()) {
    const path = `channels.${i}`
    if (!WISHED_CHANNELS.some((known) => known === channel))
      problems.push({ path, key: "field.oneOf", values: { known: WISHED_CHANNELS.join(", ") } })
    else if (channels.indexOf(channel) < i) problems.push({ path, key: "contacts.wishes.channelTwice" })
  }
  for (const [i, span] of hours.entries()) problems.push(...spanProblems(span, `hours.${i}`))
  if (timeZone !== null && !isTimeZone(timeZone)) problems.push({ path: "timeZone", key: "contacts.wishes.timeZone" })
  if (problems.length) throw new Invalid("contacts.wishes.impossible", {}, problems)
}

function spanProblems({ days, from, to }: Hours, path: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    problems.push({ path: `${path}.days`, key: "contacts.wishes.days" })
  else if (new Set(days).size < days.length) problems.push({ path: `${path}.days`, key: "contacts.wishes.dayTwice" })
  const begins = minutesOf(from)
  const ends = minutesOf(to)
  if (begins === null || begins === 1440) problems.push({ path: `${path}.from`, key: "contacts.wishes.hour" })
  if (ends === null) problems.push({ path: `${path}.to`, key: "contacts.wishes.hour" })
  if (begins !== null && begins === ends) problems.push({ path: `${path}.to`, key: "contacts.wishes.noTime" })
  return problems
}
