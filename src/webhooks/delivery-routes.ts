import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { listDeliveries } from "./delivery-log.ts"
import { readDelivery } from "./read-delivery.ts"
import { replay, replaySince } from "./replay.ts"
import { sendTest } from "./send-test.ts"
import { DeliveryDetail, deliveryState, DeliveryView, presentDelivery, presentDetail } from "./views.ts"

const tags = ["webhooks"]
const params = idParam
const delivery = idParam.extend({ deliveryId: z.string().openapi({ param: { name: "deliveryId", in: "path" } }) })

const list = createRoute({
  method: "get",
  path: "/api/webhooks/{id}/deliveries",
  tags,
  summary: "What was sent, the latest first (admin)",
  request: { params, query: pageQuery.extend({ state: deliveryState.optional() }) },
  responses: { 200: json(pageOf(DeliveryView), "A page") },
})
const get = createRoute({
  method: "get",
  path: "/api/webhooks/{id}/deliveries/{deliveryId}",
  tags,
  summary: "One delivery with its tries: request and answer (admin)",
  request: { params: delivery },
  responses: { 200: json(DeliveryDetail, "The delivery") },
})
const again = createRoute({
  method: "post",
  path: "/api/webhooks/{id}/deliveries/{deliveryId}/replay",
  tags,
  summary: "Send a delivery once more, with the same id (admin)",
  request: { params: delivery },
  responses: { 202: { description: "It is about to be sent" } },
})
const since = createRoute({
  method: "post",
  path: "/api/webhooks/{id}/replay",
  tags,
  summary: "Send everything once more that failed since a moment (admin)",
  request: { params, body: { required: true, ...json(z.strictObject({ since: z.iso.datetime({ offset: true }) }), "Since when") } },
  responses: { 202: json(z.object({ count: z.number().int() }), "So many are about to be sent") },
})
const test = createRoute({
  method: "post",
  path: "/api/webhooks/{id}/test",
  tags,
  summary: "Send a test (admin)",
  request: { params },
  responses: { 202: json(z.object({ id: z.string() }), "The delivery's id") },
})

/** What webhooks were sent, and sending it again. */
export function deliveryRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      requireRole(c.get("actor"), "admin")
      const { limit, cursor, state } = c.req.valid("query")
      const page = { limit: limit + 1, after: readCursor(cursor, ["id"])?.[0] ?? null, state: state ?? null }
      const found = await listDeliveries(c.get("actor"), db.read, c.req.valid("param").id, page)
      const shown = found.slice(0, limit)
      return c.json({ items: shown.map(presentDelivery), next: found.length > limit ? writeCursor([shown.at(-1)!.id]) : null }, 200)
    })
    .openapi(get, async (c) => {
      requireRole(c.get("actor"), "admin")
      const { id, deliveryId } = c.req.valid("param")
      const found = await readDelivery(c.get("actor"), db.read, id, deliveryId)
      return c.json(presentDetail(found.delivery, found.attempts), 200)
    })
    .openapi(again, async (c) => {
      const { id, deliveryId } = c.req.valid("param")
      await db.transact((tx) => replay(c.get("actor"), tx, id, deliveryId))
      return c.body(null, 202)
    })
    .openapi(since, async (c) => {
      const from = new Date(c.req.valid("json").since)
      return c.json({ count: await db.transact((tx) => replaySince(c.get("actor"), tx, c.req.valid("param").id, from)) }, 202)
    })
    .openapi(test, async (c) => c.json({ id: await db.transact((tx) => sendTest(c.get("actor"), tx, c.req.valid("param").id)) }, 202))
}
