import { createRoute, z } from "@hono/zod-openapi"
import { agentNames, type PersonActor, type PeopleEnv } from "#people"
import { DAY, type Database, idParam, json, newRouter, pageOf } from "#platform"
import { accessAlarm } from "../alarms/alarms.ts"
import { route } from "../routes/route.ts"
import { surgeCases, type SurgeCase } from "./cases/surge-cases.ts"
import { alertPlan, USUAL } from "./plan.ts"
import { changePlan, keptPlan } from "./plans.ts"
import type { Reach } from "./reach.ts"
import { accessSubject, alarmCalled, type SubjectKind, SUBJECTS } from "./subject.ts"
import { letAlarmGo, seeAlarm, takeAlarm } from "./take-alarm.ts"
import { trailOf } from "./trail.ts"
import { AlarmCases, AlarmTrailItem, AlertPlanView } from "./views.ts"

const params = idParam
const done = { 204: { description: "Done" } }
const plan = {
  params: z.object({
    subject: z.enum(SUBJECTS).openapi({ param: { name: "subject", in: "path" } }),
    id: z.string().openapi({ param: { name: "id", in: "path" } }),
  }),
}
/** Cases shown at most; all are counted. */
const SHOWN = 30
/** So long after the call what customers write may still be about it. */
const AFTERWARDS = 7 * DAY

/** Who is told of surges, and what became of it. */
export function alertRoutes({ db, reach }: { db: Database; reach: Reach }) {
  const present = async (actor: PersonActor, kind: SubjectKind, id: string) => {
    const { name, madeBy } = await accessSubject(actor, db.read, kind, id)
    const kept = await keptPlan(db.read, { kind, id })
    const maker = madeBy?.startsWith("agent:") ? madeBy.slice("agent:".length) : null
    const names = await agentNames(db.read, maker ? [maker] : [])
    const by = madeBy === null ? null : { ref: madeBy, name: maker && (names.get(maker) ?? null) }
    return { subject: { kind, id, name }, plan: kept ?? USUAL, isUsual: kept === null, madeBy: by }
  }
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...route("get", "/api/alert-plans/{subject}/{id}", "Who is told of the surges of a watch, in which order and when"),
        request: plan,
        responses: { 200: json(AlertPlanView, "As it is now") },
      }),
      async (c) => {
        const { subject, id } = c.req.valid("param")
        return c.json(await present(c.get("actor"), subject, id), 200)
      },
    )
    .openapi(
      createRoute({
        ...route("put", "/api/alert-plans/{subject}/{id}", "Say who is told (agent). Alarms that were called already go on as they were"),
        request: { ...plan, body: { required: true, ...json(alertPlan, "Who is told") } },
        responses: { 200: json(AlertPlanView, "As it is now") },
      }),
      async (c) => {
        const { subject, id } = c.req.valid("param")
        await db.transact((tx) => changePlan(c.get("actor"), tx, subject, id, c.req.valid("json")))
        return c.json(await present(c.get("actor"), subject, id), 200)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/alarms/{id}/trail", "Who was told of an alarm, by what and when, who saw it and who took it"),
        request: { params },
        responses: { 200: json(pageOf(AlarmTrailItem), "All of it, the earliest first") },
      }),
      async (c) => {
        const { id } = await accessAlarm(c.get("actor"), db.read, c.req.valid("param").id)
        return c.json({ items: await trailOf(db.read, id), next: null }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/alarms/{id}/cases", "Open cases that belong to an alarm: until it was called, and since then"),
        request: { params },
        responses: { 200: json(z.object({ until: AlarmCases, since: AlarmCases }).openapi("AlarmCases"), "Of those that you may see") },
      }),
      async (c) => {
        const { id } = await accessAlarm(c.get("actor"), db.read, c.req.valid("param").id)
        const alarm = await alarmCalled(db.read, id)
        const until = await surgeCases(c.get("actor"), db.read, alarm, alarm.since, alarm.called_at)
        const latest = new Date(alarm.called_at.getTime() + AFTERWARDS)
        const later = await surgeCases(c.get("actor"), db.read, alarm, alarm.called_at, latest)
        const known = new Set(until.map((one) => one.id))
        return c.json({ until: counted(until), since: counted(later.filter((one) => !known.has(one.id))) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/alarms/{id}/taking", "Be on it (agent): nobody else is told"),
        request: { params },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => takeAlarm(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...route(
          "delete",
          "/api/alarms/{id}/taking",
          "Be on it no more (agent; of somebody else's, lead): the next are told in their time",
        ),
        request: { params },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => letAlarmGo(c.get("actor"), tx, reach, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({ ...route("post", "/api/alarms/{id}/seen", "I have looked at it"), request: { params }, responses: done }),
      async (c) => {
        await db.transact((tx) => seeAlarm(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}

function counted(cases: readonly SurgeCase[]) {
  const count = (reason: SurgeCase["reasons"][number]) => cases.filter(({ reasons }) => reasons.includes(reason)).length
  return {
    total: cases.length,
    counts: { tie: count("tie"), query: count("query"), words: count("words"), product: count("product") },
    items: cases.slice(0, SHOWN).map(({ at, ...one }) => ({ ...one, at: at?.toISOString() ?? null })),
  }
}
