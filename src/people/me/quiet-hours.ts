import { z } from "@hono/zod-openapi"
import { offsetAt } from "#platform"

/** A span of the day on weekdays (1 is Monday), over midnight where it ends before it begins. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const span = z.strictObject({
  days: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
  from: time,
  to: z.union([time, z.literal("24:00")]),
})

export type QuietHours = z.infer<typeof span>[]

export const quietHours = z
  .array(span.refine(({ from, to }) => from !== to, { path: ["to"], error: "people.quiet.noTime" }))
  .max(20)
  .refine((spans) => silentMinutes(spans).includes(0), "people.quiet.always")
  .openapi({ description: "When the browser and mails of alarms stay silent, in the agent's time zone" })

const DAY = 24 * 60
const WEEK = 7 * DAY

/** For each minute of the week as clocks on the wall show it, from Monday's midnight: 1 where it is quiet. */
export function silentMinutes(spans: QuietHours): Uint8Array {
  const silent = new Uint8Array(WEEK)
  for (const { days, from, to } of spans) {
    const [begins, ends] = [minutes(from), minutes(to)]
    for (const day of days) for (let at = begins; at < (ends > begins ? ends : ends + DAY); at++) silent[((day - 1) * DAY + at) % WEEK] = 1
  }
  return silent
}

const minutes = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))

/** Whether a moment lies in somebody's hours of silence. */
export function isSilent(spans: QuietHours, timeZone: string, now: Date): boolean {
  const wall = new Date(now.getTime() + offsetAt(timeZone, now.getTime()))
  const minute = ((wall.getUTCDay() + 6) % 7) * DAY + wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return silentMinutes(spans)[minute] === 1
}
