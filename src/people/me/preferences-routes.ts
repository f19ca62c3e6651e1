import { createRoute } from "@hono/zod-openapi"
import { newRouter } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { changePreferences, preferencesChange, preferencesView, readPreferences } from "./preferences.ts"

const tags = ["me"]
const path = "/api/me/preferences"
const preferences = { description: "How I have the desk", content: { "application/json": { schema: preferencesView } } }

const get = createRoute({ method: "get", path, tags, summary: "How I have the desk", responses: { 200: preferences } })
const change = createRoute({
  method: "patch",
  path,
  tags,
  summary: "Change my keys, density and what I am told of",
  request: { body: { required: true, content: { "application/json": { schema: preferencesChange } } } },
  responses: { 200: preferences },
})

/** How agents have their desk, on each of their devices. */
export function preferencesRoutes({ db }: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .openapi(get, async (c) => c.json(await readPreferences(c.get("actor"), db.read), 200))
    .openapi(change, async (c) => c.json(await db.transact((tx) => changePreferences(c.get("actor"), tx, c.req.valid("json"))), 200))
}
