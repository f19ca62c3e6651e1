import { createRoute, z } from "@hono/zod-openapi"
import { type Database, json, newRouter } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import { changeCompany, changeLogo, type Company, company, readLogo } from "./company.ts"

/** A picture of so many bytes at most, as base64. */
const MOST_LOGO = 200_000

export const companyView = z
  .object({
    name: z.string(),
    language: z.enum(["en", "fr"]),
    timeZone: z.string().openapi({ description: "By whose clocks its days begin" }),
    logo: z.string().nullable().openapi({ description: "Where its picture is, or null" }),
  })
  .openapi("Company")

const change = z.strictObject({
  name: z.string().trim().max(200).optional(),
  language: z.enum(["en", "fr"]).optional(),
  timeZone: z.string().max(100).optional(),
})
const logo = z.strictObject({
  data: z
    .base64()
    .max(Math.ceil(MOST_LOGO / 3) * 4, "people.company.logoSize")
    .nullable(),
})
const answer = { 200: json(companyView, "As it is now") }

/** Who the company is. Everybody reads it; administrators change it. */
export function companyRoutes({ db, timeZone }: { db: Database; timeZone: string }) {
  const shown = (one: Company) => ({
    name: one.name,
    language: one.language,
    timeZone: one.timeZone ?? timeZone,
    logo: one.logo && `/company/logo?v=${one.logo}`,
  })
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({ method: "get", path: "/api/company", tags: ["settings"], summary: "The company", responses: answer }),
      async (c) => c.json(shown(await company(db.read)), 200),
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/company",
        tags: ["settings"],
        summary: "Change name, language or time zone of the company (admin)",
        request: { body: { required: true, content: { "application/json": { schema: change } } } },
        responses: answer,
      }),
      async (c) => c.json(shown(await db.transact((tx) => changeCompany(c.get("actor"), tx, c.req.valid("json")))), 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/api/company/logo",
        tags: ["settings"],
        summary: "Take a PNG, JPEG or WebP as the company's picture, or none (admin)",
        request: { body: { required: true, content: { "application/json": { schema: logo } } } },
        responses: answer,
      }),
      async (c) => {
        const { data } = c.req.valid("json")
        const bytes = data === null ? null : Buffer.from(data, "base64")
        return c.json(shown(await db.transact((tx) => changeLogo(c.get("actor"), tx, bytes))), 200)
      },
    )
}

/** The company's picture, for whoever sees a page or a mail of its. */
export function logoRoute({ db }: { db: Database }) {
  const router = newRouter<PeopleEnv>()
  router.get("/company/logo", async (c) => {
    const found = await readLogo(db.read)
    if (!found) return c.notFound()
    return c.body(new Uint8Array(found.bytes), 200, {
      "content-type": found.type,
      "cache-control": "public, max-age=86400",
      "cross-origin-resource-policy": "cross-origin",
    })
  })
  return router
}
