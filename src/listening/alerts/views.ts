import { z } from "@hono/zod-openapi"
import { REASONS } from "./cases/surge-cases.ts"
import { alertPlan } from "./plan.ts"
import { SUBJECTS } from "./subject.ts"
import { BECAUSE, CHANNELS, EVENTS, TELLING_STATES } from "./tables.ts"

const moment = z.iso.datetime()
const person = z.object({ ref: z.string(), name: z.string().nullable() })

export const AlertPlanView = z
  .object({
    subject: z.object({ kind: z.enum(SUBJECTS), id: z.string(), name: z.string() }),
    plan: alertPlan,
    isUsual: z.boolean().openapi({ description: "Nobody said otherwise" }),
    madeBy: person.nullable().openapi({ description: "Who keeps it, beside leads and administrators" }),
  })
  .openapi("AlertPlan")

/** What happened to an alarm, and whom it was told to. */
export const AlarmTrailItem = z
  .object({
    at: moment,
    what: z.enum(EVENTS),
    step: z.number().int().nullable().openapi({ description: "Which step was told; the first is 0" }),
    by: person,
    told: z.array(
      z.object({
        agent: z.object({ id: z.string(), name: z.string() }),
        ways: z.array(
          z.object({
            channel: z.enum(CHANNELS),
            state: z.enum(TELLING_STATES),
            because: z.enum(BECAUSE).nullable(),
            at: moment.nullable().openapi({ description: "When it was told; for what is held, until when" }),
          }),
        ),
      }),
    ),
  })
  .openapi("AlarmTrailItem")

export const AlarmCases = z
  .object({
    total: z.number().int(),
    counts: z.record(z.enum(REASONS), z.number().int()).openapi({ description: "A case may count for several" }),
    items: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        subject: z.string(),
        reasons: z.array(z.enum(REASONS)),
        at: moment.nullable().openapi({ description: "When its customer last wrote in this time; null: only tied" }),
      }),
    ),
  })
  .openapi({ description: "Open cases that you may see" })

export type AlertPlanOf = z.infer<typeof AlertPlanView>
export type AlarmTrailView = z.infer<typeof AlarmTrailItem>
export type AlarmCasesView = z.infer<typeof AlarmCases>
