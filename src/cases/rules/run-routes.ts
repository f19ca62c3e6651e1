import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { body, type CaseRoutesNeed } from "../routes/parts.ts"
import { accessRule } from "./access-rule.ts"
import { accessDryRun, startDryRun, stopDryRun } from "./dry-run.ts"
import { rulesRoom } from "./tables.ts"
import { undoRun } from "./undo-run.ts"
import { dryRunAsked, DryRunView, presentDryRun, presentRuns, RunView } from "./views.ts"

const tags = ["automation"]
const second = (name: string) => z.string().openapi({ param: { name, in: "path" } })
const dryRunParams = idParam.extend({ dryRunId: second("dryRunId") })
const runParams = idParam.extend({ runId: second("runId") })

const runs = createRoute({
  method: "get",
  path: "/api/automation/rules/{id}/runs",
  tags,
  summary: "What a rule did, the latest first, and why (lead)",
  request: { params: idParam, query: pageQuery },
  responses: { 200: json(pageOf(RunView), "A page") },
})
const undo = createRoute({
  method: "post",
  path: "/api/automation/rules/{id}/runs/{runId}/undo",
  tags,
  summary: "Take back what a rule did in one run (lead)",
  request: { params: runParams },
  responses: { 200: json(z.object({ undone: z.number().int(), left: z.number().int() }), "How much was taken back, how much couldn't") },
})
const start = createRoute({
  method: "post",
  path: "/api/automation/rules/{id}/dry-runs",
  tags,
  summary: "Look what a rule would have done to past cases (lead)",
  request: { params: idParam, ...body(dryRunAsked) },
  responses: { 202: json(DryRunView, "It has begun") },
})
const latest = createRoute({
  method: "get",
  path: "/api/automation/rules/{id}/dry-runs",
  tags,
  summary: "The latest dry run of a rule as it is now (lead)",
  request: { params: idParam },
  responses: { 200: json(pageOf(DryRunView), "One, or none") },
})
const get = createRoute({
  method: "get",
  path: "/api/automation/rules/{id}/dry-runs/{dryRunId}",
  tags,
  summary: "A dry run: how far, and what it found (lead)",
  request: { params: dryRunParams },
  responses: { 200: json(DryRunView, "As it is now") },
})
const stop = createRoute({
  method: "post",
  path: "/api/automation/rules/{id}/dry-runs/{dryRunId}/stop",
  tags,
  summary: "Stop a dry run (lead)",
  request: { params: dryRunParams },
  responses: { 200: json(DryRunView, "Where it stopped") },
})

/** What rules did, and what they would have done. */
export function ruleRunRoutes({ db, later }: CaseRoutesNeed) {
  return newRouter<PeopleEnv>()
    .openapi(runs, async (c) => {
      requireRole(c.get("actor"), "lead")
      const { id } = await accessRule(c.get("actor"), db.read, c.req.valid("param").id)
      const { limit, cursor } = c.req.valid("query")
      const [after] = readCursor(cursor, ["id"]) ?? []
      const rows = await rulesRoom(db.read)
        .selectFrom("rule_runs")
        .selectAll()
        .where("rule_id", "=", id)
        .$if(after !== undefined, (query) => query.where("id", "<", after!))
        .orderBy("id", "desc")
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      const next = rows.length > limit ? writeCursor([shown.at(-1)!.id]) : null
      return c.json({ items: await presentRuns(c.get("actor"), db.read, shown), next }, 200)
    })
    .openapi(undo, async (c) => {
      const { id, runId } = c.req.valid("param")
      const { undone, left } = await db.transact((tx) => undoRun(c.get("actor"), tx, id, runId))
      return c.json({ undone, left }, 200)
    })
    .openapi(start, async (c) => {
      const row = await db.transact((tx) => startDryRun(c.get("actor"), tx, later, c.req.valid("param").id, c.req.valid("json")))
      return c.json(await presentDryRun(c.get("actor"), db.read, row), 202)
    })
    .openapi(latest, async (c) => {
      requireRole(c.get("actor"), "lead")
      const rule = await accessRule(c.get("actor"), db.read, c.req.valid("param").id)
      const rows = await rulesRoom(db.read)
        .selectFrom("rule_dry_runs")
        .selectAll()
        .where("rule_id", "=", rule.id)
        .where("version", "=", rule.version)
        .orderBy("id", "desc")
        .limit(1)
        .execute()
      return c.json({ items: await Promise.all(rows.map((row) => presentDryRun(c.get("actor"), db.read, row))), next: null }, 200)
    })
    .openapi(get, async (c) => {
      requireRole(c.get("actor"), "lead")
      const { id, dryRunId } = c.req.valid("param")
      return c.json(await presentDryRun(c.get("actor"), db.read, await accessDryRun(c.get("actor"), db.read, id, dryRunId)), 200)
    })
    .openapi(stop, async (c) => {
      const { id, dryRunId } = c.req.valid("param")
      return c.json(
        await presentDryRun(c.get("actor"), db.read, await db.transact((tx) => stopDryRun(c.get("actor"), tx, id, dryRunId))),
        200,
      )
    })
}
