import { createRoute } from "@hono/zod-openapi"
import { type PeopleEnv, requirePerson } from "#people"
import { type Database, idParam, json, type Keys, newRouter } from "#platform"
import { accessSubscription, listSubscriptions } from "./own-browsers.ts"
import { subscribe, unsubscribe } from "./subscribe.ts"
import { tellBrowser } from "./tell-browsers.ts"
import { asked, present, pushView, subscriptionView } from "./views.ts"
import { vapidKeys } from "./vapid.ts"

const tags = ["notifications"]
const get = createRoute({
  method: "get",
  path: "/api/push",
  tags,
  summary: "By what browsers are told while no desk is open, and in which of mine",
  responses: { 200: json(pushView, "The key and my browsers") },
})
const add = createRoute({
  method: "post",
  path: "/api/push",
  tags,
  summary: "Tell me in this browser, as long as I am signed in here",
  request: { body: { required: true, ...json(asked, "As the browser gives it (Push API)") } },
  responses: { 201: json(subscriptionView, "Added") },
})
const remove = createRoute({
  method: "delete",
  path: "/api/push/{id}",
  tags,
  summary: "Tell nothing more in a browser of mine",
  request: { params: idParam },
  responses: { 204: { description: "Removed" } },
})
const test = createRoute({
  method: "post",
  path: "/api/push/{id}/test",
  tags,
  summary: "Send something to a browser of mine, to see whether it comes",
  request: { params: idParam },
  responses: { 202: { description: "It is on its way" } },
})

/** Browsers that are told while no desk is open in them: each agent's own. */
export function pushRoutes({ db, keys, wake }: { db: Database; keys: Keys; wake: () => void }) {
  return newRouter<PeopleEnv>()
    .openapi(get, async (c) => {
      requirePerson(c.get("actor"))
      const { publicKey } = await vapidKeys(db.read, keys)
      const items = (await listSubscriptions(c.get("actor"), db.read)).map(present)
      return c.json({ publicKey, items, next: null }, 200)
    })
    .openapi(add, async (c) => {
      const browser = (c.req.header("user-agent") ?? "").slice(0, 300)
      const made = await db.transact((tx) => subscribe(c.get("actor"), tx, keys, { ...c.req.valid("json"), browser }))
      return c.json(present(made), 201)
    })
    .openapi(remove, async (c) => {
      await db.transact((tx) => unsubscribe(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
    .openapi(test, async (c) => {
      const { id } = c.req.valid("param")
      await db.transact(async (tx) => tellBrowser(tx, (await accessSubscription(c.get("actor"), tx, id)).id, { kind: "test" }))
      wake()
      return c.body(null, 202)
    })
}
