import { createRoute, z } from "@hono/zod-openapi"
import { newRouter, NotFound } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { requireRole } from "../rights.ts"
import { callbackUrl } from "./begin.ts"
import { removeSso, setSso } from "./change-settings.ts"
import { readSsoSettings } from "./settings.ts"

const parts = {
  issuer: z
    .url()
    .max(500)
    .refine((issuer) => issuer.startsWith("https://"), "people.sso.issuer"),
  clientId: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(60),
  admitDomains: z
    .array(
      z
        .string()
        .trim()
        .min(3)
        .max(253)
        .regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/i),
    )
    .max(50)
    .default([]),
  trustAddresses: z.boolean().default(false),
}
const settingsView = z.object({ ...parts, issuer: z.string(), callbackUrl: z.url() }).openapi("SsoSettings")
const newSettings = z.strictObject({
  ...parts,
  clientSecret: z.string().min(1).max(500).optional().openapi({ description: "Left out: the one that is there stays" }),
})

const path = "/api/settings/sso"
const tags = ["settings"]
const settings = { description: "Single sign-on, without its secret", content: { "application/json": { schema: settingsView } } }

const get = createRoute({ method: "get", path, tags, summary: "Single sign-on (admin)", responses: { 200: settings } })
const set = createRoute({
  method: "put",
  path,
  tags,
  summary: "Set single sign-on (admin)",
  request: { body: { required: true, content: { "application/json": { schema: newSettings } } } },
  responses: { 200: settings },
})
const remove = createRoute({
  method: "delete",
  path,
  tags,
  summary: "No single sign-on any more (admin)",
  responses: { 204: { description: "Removed" } },
})

export function ssoSettingsRoutes(deps: PeopleDeps) {
  const { db, keys } = deps
  const present = async () => {
    const found = await readSsoSettings(db.read)
    if (!found) throw new NotFound("people.sso.off")
    return { ...found, callbackUrl: callbackUrl(deps).href }
  }
  return newRouter<PeopleEnv>()
    .openapi(get, async (c) => {
      requireRole(c.get("actor"), "admin")
      return c.json(await present(), 200)
    })
    .openapi(set, async (c) => {
      const { clientSecret, ...asked } = c.req.valid("json")
      await db.transact((tx) => setSso(c.get("actor"), tx, keys, { ...asked, ...(clientSecret ? { clientSecret } : {}) }))
      return c.json(await present(), 200)
    })
    .openapi(remove, async (c) => {
      await db.transact((tx) => removeSso(c.get("actor"), tx))
      return c.body(null, 204)
    })
}
