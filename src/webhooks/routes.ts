import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { type Database, idParam, json, type Keys, newRouter, pageOf, tellOnce } from "#platform"
import { accessWebhook, listWebhooks } from "./access.ts"
import { addWebhook, changeWebhook, disableWebhook, enableWebhook, removeWebhook, rotateSecret } from "./define-webhook.ts"
import { countDeliveries } from "./count-deliveries.ts"
import { EVENTS } from "./events.ts"
import type { Webhook } from "./tables.ts"
import { newWebhook, presentWebhook, webhookChange, WebhookView } from "./views.ts"

export interface WebhooksNeed {
  db: Database
  keys: Keys
}

const tags = ["webhooks"]
const withSecret = z.object({ webhook: WebhookView, secret: z.string().openapi({ description: "whsec_…, shown this once" }) })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, ...json(schema, "What it shall be") } })
const one = { 200: json(WebhookView, "As it is now") }
const params = idParam

const list = createRoute({
  method: "get",
  path: "/api/webhooks",
  tags,
  summary: "Webhooks by name (lead)",
  responses: { 200: json(pageOf(WebhookView), "All of them") },
})
const events = createRoute({
  method: "get",
  path: "/api/webhooks/events",
  tags,
  summary: "The events that a webhook can be told of",
  responses: { 200: json(z.object({ items: z.array(z.string()), next: z.null() }), "Their names") },
})
const add = createRoute({
  method: "post",
  path: "/api/webhooks",
  tags,
  summary: "Add a webhook (admin)",
  request: body(newWebhook),
  responses: { 201: json(withSecret, "Added; the secret is shown this once") },
})
const get = createRoute({
  method: "get",
  path: "/api/webhooks/{id}",
  tags,
  summary: "A webhook (admin)",
  request: { params },
  responses: one,
})
const change = createRoute({
  method: "patch",
  path: "/api/webhooks/{id}",
  tags,
  summary: "Change a webhook (admin)",
  request: { params, ...body(webhookChange) },
  responses: one,
})
const remove = createRoute({
  method: "delete",
  path: "/api/webhooks/{id}",
  tags,
  summary: "Remove a webhook and its log (admin)",
  request: { params },
  responses: { 204: { description: "Removed" } },
})
const enable = createRoute({
  method: "post",
  path: "/api/webhooks/{id}/enable",
  tags,
  summary: "Send again, from now on (admin)",
  request: { params },
  responses: one,
})
const disable = createRoute({
  method: "post",
  path: "/api/webhooks/{id}/disable",
  tags,
  summary: "Send nothing more (admin)",
  request: { params },
  responses: one,
})
const rotate = createRoute({
  method: "post",
  path: "/api/webhooks/{id}/secret",
  tags,
  summary: "Replace the secret; for a day both sign (admin)",
  request: { params },
  responses: { 200: json(z.object({ secret: z.string() }), "The new one, shown this once") },
})

/** Webhooks themselves; what was sent is in delivery-routes.ts. */
export function webhookRoutes({ db, keys }: WebhooksNeed) {
  const present = async (webhook: Webhook) => presentWebhook(webhook, (await countDeliveries(db.read, [webhook.id])).get(webhook.id))
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      requireRole(c.get("actor"), "lead")
      const rows = await listWebhooks(c.get("actor"), db.read)
      const counts = await countDeliveries(
        db.read,
        rows.map(({ id }) => id),
      )
      return c.json({ items: rows.map((row) => presentWebhook(row, counts.get(row.id))), next: null }, 200)
    })
    .openapi(events, (c) => {
      requireRole(c.get("actor"), "lead")
      return c.json({ items: [...EVENTS], next: null }, 200)
    })
    .openapi(add, async (c) => {
      const { webhook, secret } = await db.transact((tx) => addWebhook(c.get("actor"), tx, keys, c.req.valid("json")))
      tellOnce(c)
      return c.json({ webhook: presentWebhook(webhook), secret }, 201)
    })
    .openapi(get, async (c) => {
      requireRole(c.get("actor"), "admin")
      return c.json(await present(await accessWebhook(c.get("actor"), db.read, c.req.valid("param").id)), 200)
    })
    .openapi(change, async (c) => {
      const { name, url, events: heard, inboxIds, bodies } = c.req.valid("json")
      const changed = {
        ...(name === undefined ? {} : { name }),
        ...(url === undefined ? {} : { url }),
        ...(heard === undefined ? {} : { events: heard }),
        ...(inboxIds === undefined ? {} : { inboxIds }),
        ...(bodies === undefined ? {} : { bodies }),
      }
      return c.json(await present(await db.transact((tx) => changeWebhook(c.get("actor"), tx, c.req.valid("param").id, changed))), 200)
    })
    .openapi(remove, async (c) => {
      await db.transact((tx) => removeWebhook(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
    .openapi(enable, async (c) =>
      c.json(await present(await db.transact((tx) => enableWebhook(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(disable, async (c) =>
      c.json(await present(await db.transact((tx) => disableWebhook(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(rotate, async (c) => {
      const secret = await db.transact((tx) => rotateSecret(c.get("actor"), tx, keys, c.req.valid("param").id))
      tellOnce(c)
      return c.json({ secret }, 200)
    })
}
