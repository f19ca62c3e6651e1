import { createRoute, type z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { idParam, json, newRouter, pageOf } from "#platform"
import { body, type CaseRoutesNeed } from "../routes/parts.ts"
import { accessRule, listRules } from "./access-rule.ts"
import { addRule, changeRule, disableRule, enableRule, orderRules, removeRule, type RuleParts } from "./define-rule.ts"
import type { RuleRow } from "./tables.ts"
import { newRule, presentRules, ruleChange, rulesOrder, RuleView } from "./views.ts"

const tags = ["automation"]
const params = idParam
const one = { 200: json(RuleView, "As it is now") }

const list = createRoute({
  method: "get",
  path: "/api/automation/rules",
  tags,
  summary: "Automation rules in their order (lead)",
  responses: { 200: json(pageOf(RuleView), "All of them") },
})
const add = createRoute({
  method: "post",
  path: "/api/automation/rules",
  tags,
  summary: "Add a rule, switched off (lead)",
  request: body(newRule),
  responses: { 201: json(RuleView, "Added") },
})
const order = createRoute({
  method: "put",
  path: "/api/automation/order",
  tags,
  summary: "In which order rules are asked (lead)",
  request: body(rulesOrder),
  responses: { 204: { description: "So it is" } },
})
const get = createRoute({
  method: "get",
  path: "/api/automation/rules/{id}",
  tags,
  summary: "A rule (lead)",
  request: { params },
  responses: one,
})
const change = createRoute({
  method: "patch",
  path: "/api/automation/rules/{id}",
  tags,
  summary: "Change a rule; doing something else than before, it is switched off (lead)",
  request: { params, ...body(ruleChange) },
  responses: one,
})
const remove = createRoute({
  method: "delete",
  path: "/api/automation/rules/{id}",
  tags,
  summary: "Remove a rule and its log (lead)",
  request: { params },
  responses: { 204: { description: "Removed" } },
})
const enable = createRoute({
  method: "post",
  path: "/api/automation/rules/{id}/enable",
  tags,
  summary: "Switch a rule on; it has to have been tried as it is (lead)",
  request: { params },
  responses: one,
})
const disable = createRoute({
  method: "post",
  path: "/api/automation/rules/{id}/disable",
  tags,
  summary: "Switch a rule off (lead)",
  request: { params },
  responses: one,
})

/** Rules themselves; trying them and what they did is in run-routes.ts. */
export function ruleRoutes({ db }: Pick<CaseRoutesNeed, "db">) {
  const present = async (row: RuleRow): Promise<z.infer<typeof RuleView>> => (await presentRules(db.read, [row]))[0]!
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      requireRole(c.get("actor"), "lead")
      return c.json({ items: await presentRules(db.read, await listRules(c.get("actor"), db.read)), next: null }, 200)
    })
    .openapi(add, async (c) => c.json(await present(await db.transact((tx) => addRule(c.get("actor"), tx, c.req.valid("json")))), 201))
    .openapi(order, async (c) => {
      await db.transact((tx) => orderRules(c.get("actor"), tx, c.req.valid("json").ids))
      return c.body(null, 204)
    })
    .openapi(get, async (c) => {
      requireRole(c.get("actor"), "lead")
      return c.json(await present(await accessRule(c.get("actor"), db.read, c.req.valid("param").id)), 200)
    })
    .openapi(change, async (c) => {
      const changed = given(c.req.valid("json"))
      return c.json(await present(await db.transact((tx) => changeRule(c.get("actor"), tx, c.req.valid("param").id, changed))), 200)
    })
    .openapi(remove, async (c) => {
      await db.transact((tx) => removeRule(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
    .openapi(enable, async (c) =>
      c.json(await present(await db.transact((tx) => enableRule(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(disable, async (c) =>
      c.json(await present(await db.transact((tx) => disableRule(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
}

function given({ name, trigger, conditions, actions, stop, inboxIds }: z.infer<typeof ruleChange>): Partial<RuleParts> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(actions === undefined ? {} : { actions }),
    ...(stop === undefined ? {} : { stop }),
    ...(inboxIds === undefined ? {} : { inboxIds }),
  }
}
