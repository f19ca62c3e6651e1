import { z } from "@hono/zod-openapi"
import { HOLIDAYS } from "../calendar/calendar.types.ts"
import { categorySchema, prioritySchema } from "../views.ts"

const name = z.string().trim().min(1).max(100)
const position = z.number().int().min(0).max(10_000)
const minutes = z.number().int().min(1).max(1_000_000).nullable().openapi({ description: "Working minutes; null: none" })
const time = z.string().max(5).openapi({ example: "09:00" })
const hours = z.object({ from: time, to: time })

export const statusView = z
  .object({
    id: z.string(),
    category: categorySchema,
    name: z.string(),
    nameEn: z.string(),
    nameFr: z.string(),
    position: z.number().int(),
    standard: z.boolean(),
  })
  .openapi("Status")
export const newStatus = z.strictObject({ category: categorySchema, nameEn: name, nameFr: name, position: position.optional() })
export const statusChange = z.strictObject({
  nameEn: name.optional(),
  nameFr: name.optional(),
  position: position.optional(),
  standard: z.literal(true).optional(),
})

const fieldType = z.enum(["text", "number", "date", "choice", "boolean"])
export const fieldView = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    type: fieldType,
    choices: z.array(z.string()),
    position: z.number().int(),
    retired: z.boolean(),
  })
  .openapi("CaseField")
export const newField = z.strictObject({
  key: z.string().refine((key) => /^[a-z][a-z0-9_]{0,49}$/.test(key), "cases.field.key"),
  name,
  type: fieldType,
  choices: z.array(name).max(200).optional(),
  position: position.optional(),
})
export const fieldChange = z.strictObject({
  name: name.optional(),
  choices: z.array(name).max(200).optional(),
  position: position.optional(),
  retired: z.boolean().optional(),
})

const spans = z.array(z.object({ days: z.array(z.number().int()).max(7), ...hours.shape })).max(100)
const extraDays = z
  .array(
    z.union([
      z.strictObject({ date: z.string().max(10), closed: z.literal(true) }),
      z.strictObject({ date: z.string().max(10), spans: z.array(hours).max(20) }),
    ]),
  )
  .max(1000)
const calendar = { name, timeZone: z.string().max(100), spans, holidays: z.enum(HOLIDAYS), extraDays, standard: z.boolean() }
export const calendarView = z.object({ id: z.string(), ...calendar }).openapi("Calendar")
export const newCalendar = z.strictObject({
  ...calendar,
  holidays: calendar.holidays.default("none"),
  extraDays: extraDays.default([]),
  standard: z.boolean().default(false),
})
export const calendarChange = z.strictObject(calendar).partial()

const rule = {
  calendarId: z.string().max(100),
  inboxId: z.string().max(100).nullable(),
  priority: prioritySchema.nullable(),
  firstAnswer: minutes,
  nextAnswer: minutes,
  resolution: minutes,
}
export const ruleView = z.object({ id: z.string(), ...rule }).openapi("DeadlineRule")
export const newRule = z.strictObject({
  calendarId: rule.calendarId,
  inboxId: rule.inboxId.default(null),
  priority: rule.priority.default(null),
  firstAnswer: minutes.default(null),
  nextAnswer: minutes.default(null),
  resolution: minutes.default(null),
})
export const ruleChange = z.strictObject(rule).partial()
