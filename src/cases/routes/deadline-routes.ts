import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { DAY, json, newRouter, pageOf } from "#platform"
import { addCalendar, changeCalendar, listCalendars, presentCalendar, removeCalendar } from "../calendar/define-calendar.ts"
import { addRule, changeRule, listRules, presentRule, removeRule } from "../deadlines/define-rule.ts"
import { namedHolidays } from "../calendar/named-holidays.ts"
import type { CaseRoutesNeed } from "./parts.ts"
import { add, change, list, remove } from "./settings-routes.ts"
import { calendarChange, calendarView, newCalendar, newRule, ruleChange, ruleView } from "./settings-views.ts"

const holidaysRoute = createRoute({
  method: "get",
  path: "/api/holidays",
  tags: ["settings"],
  summary: "The public holidays of the next twelve months",
  request: { query: z.object({ kind: z.enum(["FR", "FR-alsace"]) }) },
  responses: { 200: json(pageOf(z.object({ date: z.iso.date(), code: z.string() })), "In order") },
})

/** When we work, and how soon we answer. */
export function deadlineRoutes({ db, later }: CaseRoutesNeed) {
  return newRouter<PeopleEnv>()
    .openapi(list("/api/calendars", "Business calendars", calendarView), async (c) => {
      return c.json({ items: (await listCalendars(db.read)).map(calendarOf), next: null }, 200)
    })
    .openapi(add("/api/calendars", "Add a business calendar", newCalendar, calendarView), async (c) => {
      return c.json(calendarOf(await db.transact((tx) => addCalendar(c.get("actor"), tx, c.req.valid("json")))), 201)
    })
    .openapi(change("/api/calendars/{id}", "Change a calendar; deadlines follow", calendarChange, calendarView), async (c) => {
      const given = defined(c.req.valid("json"))
      return c.json(calendarOf(await db.transact((tx) => changeCalendar(c.get("actor"), tx, later, c.req.valid("param").id, given))), 200)
    })
    .openapi(remove("/api/calendars/{id}", "Remove a calendar that no rule goes by"), async (c) => {
      await db.transact((tx) => removeCalendar(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
    .openapi(holidaysRoute, async (c) => {
      const { kind } = c.req.valid("query")
      const today = Math.floor(db.read.now.getTime() / DAY)
      const year = db.read.now.getUTCFullYear()
      const days = [year, year + 1].flatMap((each) => namedHolidays(kind, each)).filter(({ day }) => day >= today && day < today + 365)
      const items = days.map(({ day, code }) => ({ date: new Date(day * DAY).toISOString().slice(0, 10), code }))
      return c.json({ items, next: null }, 200)
    })
    .openapi(list("/api/deadline-rules", "How soon cases are answered and resolved", ruleView), async (c) => {
      return c.json({ items: (await listRules(db.read)).map(presentRule), next: null }, 200)
    })
    .openapi(add("/api/deadline-rules", "Add a rule", newRule, ruleView), async (c) => {
      return c.json(presentRule(await db.transact((tx) => addRule(c.get("actor"), tx, later, c.req.valid("json")))), 201)
    })
    .openapi(change("/api/deadline-rules/{id}", "Change a rule; deadlines follow", ruleChange, ruleView), async (c) => {
      const given = defined(c.req.valid("json"))
      return c.json(presentRule(await db.transact((tx) => changeRule(c.get("actor"), tx, later, c.req.valid("param").id, given))), 200)
    })
    .openapi(remove("/api/deadline-rules/{id}", "Remove a rule; deadlines follow"), async (c) => {
      await db.transact((tx) => removeRule(c.get("actor"), tx, later, c.req.valid("param").id))
      return c.body(null, 204)
    })
}

function calendarOf(row: Parameters<typeof presentCalendar>[0]) {
  const { spans, extraDays, ...rest } = presentCalendar(row)
  const days = extraDays.map((day) => ("closed" in day ? day : { date: day.date, spans: [...day.spans] }))
  return { ...rest, spans: spans.map((span) => ({ ...span, days: [...span.days] })), extraDays: days }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** What was given; what wasn't stays as it is. */
function defined<T extends object>(given: T): Defined<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>
}
