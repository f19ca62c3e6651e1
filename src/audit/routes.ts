import { createRoute, z } from "@hono/zod-openapi"
import { type Database, Forbidden, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { type AuditEntry, auditPage } from "./audit-page.ts"
import { AuditEntryView } from "./views.ts"

/** As much of the actor as this room needs; who that is, the rooms above know. */
interface AuditEnv {
  Variables: { actor: { role: string } }
}

const list = createRoute({
  method: "get",
  path: "/api/audit",
  tags: ["audit"],
  request: {
    query: pageQuery.extend({
      kind: z
        .string()
        .max(100)
        .regex(/^[a-z-]+(\.[a-z-]+)*$/, "audit.kind")
        .optional()
        .openapi({ description: "case.assigned, or case for all of them" }),
      actor: z.string().max(100).optional().openapi({ description: "agent:ID, token:ID, system:NAME" }),
      about: z.uuid().optional().openapi({ description: "The id of anything that it is about" }),
      order: z.enum(["newest", "oldest"]).default("newest"),
    }),
  },
  responses: { 200: { description: "Who did what", content: { "application/json": { schema: pageOf(AuditEntryView) } } } },
})

/** GET /api/audit, for administrators. */
export function auditApi({ db }: { db: Database }) {
  return newRouter<AuditEnv>().openapi(list, async (c) => {
    if (c.get("actor").role !== "admin") throw new Forbidden("audit.adminOnly")
    const { cursor, limit, ...query } = c.req.valid("query")
    const after = readCursor(cursor, ["count"])?.[0]
    const found = await auditPage(db.read, { ...query, limit: limit + 1, after })
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return c.json({ items: items.map(present), next: last ? writeCursor([last.seq]) : null }, 200)
  })
}

function present({ seq, at, kind, actor, about, data, hash }: AuditEntry): z.infer<typeof AuditEntryView> {
  return { seq, at: at.toISOString(), kind, actor, about: { ...about }, data: { ...data }, hash: hash.toString("hex") }
}
