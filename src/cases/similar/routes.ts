import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, json, newRouter } from "#platform"
import { presentCases } from "../present.ts"
import { caseParam } from "../routes/parts.ts"
import { caseView } from "../views.ts"
import { caseRows } from "../views-list/case-rows.ts"
import { howEnded } from "./how-ended.ts"
import { findSimilar } from "./find-similar.ts"

const ended = z.object({
  at: z.iso.datetime(),
  by: z.string().nullable().openapi({ description: "The name of who resolved it" }),
  decision: z.string().nullable(),
})

const similar = z
  .object({
    case: caseView,
    score: z.number().openapi({ description: "From 0 to 1: how much of what was said is said there too" }),
    fact: z.string().nullable().openapi({ description: "An outside fact that both customers met, as kind.state" }),
    ended: ended.nullable(),
  })
  .openapi("SimilarCase")

export type SimilarView = z.infer<typeof similar>

/** Cases like a case. */
export function similarRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>().openapi(
    createRoute({
      method: "get",
      path: "/api/cases/{id}/similar",
      tags: ["cases"],
      summary: "Cases that began with much the same words, resolved ones first, with how they ended",
      request: { params: caseParam },
      responses: { 200: json(z.object({ items: z.array(similar), next: z.null() }), "A few") },
    }),
    async (c) => {
      const [actor, reader] = [c.get("actor"), db.read]
      const found = await findSimilar(actor, reader, c.req.valid("param").id, 5)
      const rows = await caseRows(
        reader,
        found.map(({ id }) => id),
      )
      const [cases, ends] = await Promise.all([presentCases(actor, reader, c.get("language"), rows), howEnded(actor, reader, rows)])
      const items = found.flatMap(({ id, score, fact }) => {
        const one = cases.find((each) => each.id === id)
        return one ? [{ case: one, score, fact, ended: ends.get(id) ?? null }] : []
      })
      return c.json({ items, next: null }, 200)
    },
  )
}
