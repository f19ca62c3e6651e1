import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { json, newRouter, pageOf, pageQuery } from "#platform"
import { accessCase } from "../access-case.ts"
import { expectLeft } from "../as-left.ts"
import { changeCase } from "../change-case.ts"
import { tiesOf } from "../ties.ts"
import { readTimeline } from "../timeline/read-timeline.ts"
import { TimelineView } from "../timeline/views.ts"
import { caseDetail, caseView, fieldValueSchema, prioritySchema } from "../views.ts"
import { body, caseParam, moment, type OneCaseNeed, presentCase } from "./parts.ts"

const due = z
  .union([moment, z.literal("rules")])
  .nullable()
  .optional()
  .openapi({ description: "A moment to come; null: no such deadline on this case; rules: what the rules say counts again" })

const tags = z.array(z.string().max(200)).max(100).openapi({ description: "All it shall have; or those it gets and loses" })

const values = z.strictObject({
  subject: z.string().trim().min(1).max(500).optional(),
  priority: prioritySchema.optional(),
  tags: z.union([tags, z.strictObject({ add: tags.default([]), remove: tags.default([]) })]).optional(),
  fields: z.record(z.string().max(100), fieldValueSchema.nullable()).optional(),
  deadlines: z.strictObject({ firstAnswer: due, nextAnswer: due, resolution: due }).optional(),
  ownerId: z.string().max(100).nullable().optional(),
  teamId: z.string().max(100).nullable().optional(),
})

const change = values.extend({
  left: values.omit({ tags: true }).optional().openapi({
    description: "To take a change back: what it made of the case. Where somebody has changed the same since, nothing is done (409)",
  }),
})

/** A case, what it is changed to, and its timeline. */
export function oneCaseRoutes(need: OneCaseNeed) {
  const { db, openWords } = need
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/cases/{id}",
        tags: ["cases"],
        summary: "A case by its id or number",
        request: { params: caseParam },
        responses: { 200: json(caseDetail, "The case, and what it is tied to") },
      }),
      async (c) => {
        const row = await accessCase(c.get("actor"), db.read, c.req.valid("param").id)
        const [view, ties] = await Promise.all([presentCase(need, c, row), tiesOf(c.get("actor"), db.read, row.id)])
        return c.json({ ...view, ...ties }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/cases/{id}",
        tags: ["cases"],
        summary: "Change subject, priority, tags, fields, deadlines, owner or team",
        request: { params: caseParam, ...body(change) },
        responses: { 200: json(caseView, "The case as it is now") },
      }),
      async (c) => {
        const [actor, { id }, { left, ...asked }] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
        const row = await db.transact(async (tx) => {
          if (left) await expectLeft(actor, tx, id, left)
          return changeCase(actor, tx, id, asked)
        })
        return c.json(await presentCase(need, c, row), 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/cases/{id}/timeline",
        tags: ["cases"],
        summary: "All that happened in a case, the latest first",
        request: { params: caseParam, query: pageQuery },
        responses: { 200: json(pageOf(TimelineView), "A page") },
      }),
      async (c) =>
        c.json(
          await readTimeline(c.get("actor"), db.read, c.get("language"), c.req.valid("param").id, c.req.valid("query"), openWords),
          200,
        ),
    )
}
