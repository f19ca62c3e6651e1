import { z } from "@hono/zod-openapi"

const count = z.number().int()
const day = z.iso.date()
const lasted = z
  .object({
    n: count.openapi({ description: "Of how many" }),
    median: count.nullable().openapi({ description: "Minutes; null: too few to say" }),
    p90: count.nullable().openapi({ description: "Minutes that nine in ten didn't exceed; null: too few to say" }),
  })
  .openapi("Lasted")
const share = z
  .object({
    n: count,
    of: count,
    share: z
      .object({ value: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .openapi({ description: "With its 95 % interval (Wilson); null: too few to say" }),
  })
  .openapi("Share")
const twice = <Schema extends z.ZodType>(schema: Schema) => z.object({ now: schema, before: schema })
const part = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  in: count,
  out: count,
  opened: count,
  resolved: count,
  kept: count,
  broken: count,
  first: lasted,
})
const step = z.object({
  from: day,
  channels: z.array(z.object({ channel: z.string(), in: count, out: count })),
  opened: count,
  resolved: count,
  waiting: count.openapi({ description: "Who waited at its end" }),
  kept: count,
  broken: count,
  first: lasted,
  firstWorked: lasted.nullable(),
  next: lasted,
  nextWorked: lasted.nullable(),
})
const week = z.array(z.array(count).length(24)).length(7)

export const figuresView = z
  .object({
    period: z.object({ from: day, to: day, step: z.enum(["day", "week", "month"]), timeZone: z.string() }),
    before: z.object({ from: day, to: day }),
    times: z.array(
      z.object({
        name: z.enum(["first", "next", "resolution"]),
        now: lasted,
        before: lasted,
        worked: lasted.nullable().openapi({ description: "In working hours; null: none were measured" }),
        workedBefore: lasted.nullable(),
      }),
    ),
    promises: twice(share),
    cameBack: twice(share),
    satisfaction: z.object({ ...twice(share).shape, values: z.array(count).length(5), asked: twice(count) }),
    volume: z.object({ in: twice(count), out: twice(count), opened: twice(count), resolved: twice(count) }),
    steps: z.array(step),
    hours: z.object({ in: week, out: week }),
    inboxes: z.array(part),
    teams: z.array(part),
    own: z.object({ answers: count }).nullable().openapi({ description: "The asking agent's; nobody else's are told" }),
  })
  .openapi("Figures")

export const nowView = z
  .object({
    waiting: count,
    scale: z.tuple([count, count, count, count]).openapi({ description: "Under 4 h, under a day, under 3 days, longer" }),
    longest: z.object({ number: count, since: z.iso.datetime() }).nullable(),
    late: count,
    unassigned: count,
    countedAt: z.iso.datetime().nullable(),
  })
  .openapi("WaitingNow")

export type FiguresView = z.infer<typeof figuresView>
export type NowView = z.infer<typeof nowView>
export type PartView = FiguresView["inboxes"][number]
export type StepView = FiguresView["steps"][number]
