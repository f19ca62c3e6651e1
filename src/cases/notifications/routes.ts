import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requirePerson } from "#people"
import { type Database, json, newRouter, pageOf, pageQuery } from "#platform"
import { body } from "../routes/parts.ts"
import { countUnread, listNotifications } from "./list.ts"
import { markRead } from "./mark-read.ts"
import { KINDS } from "./tables.ts"

const notificationView = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
    by: z.object({ ref: z.string(), name: z.string().nullable() }),
    case: z
      .object({ id: z.string(), number: z.number().int(), subject: z.string() })
      .nullable()
      .openapi({ description: "Null for what was said in the open and is tied to no case" }),
    storyId: z.string().nullable().openapi({ description: "The story, where that is to be looked at again" }),
    mentionId: z.string().nullable().openapi({ description: "What was said in the open, to be looked at again" }),
    alarmId: z.string().nullable().openapi({ description: "A surge of what is said in the open" }),
    messageId: z.string().nullable(),
    dueAt: z.iso.datetime().nullable().openapi({ description: "The deadline that is near or has passed" }),
    words: z.string(),
  })
  .openapi("Notification")

export type NotificationView = z.infer<typeof notificationView>

const unread = z.object({ unread: z.number().int().openapi({ description: "Up to 1000" }) })
const read = z.strictObject({
  ids: z.array(z.string().max(100)).max(500).optional(),
  caseId: z.string().max(100).optional(),
  alarmId: z.string().max(100).optional(),
  read: z.boolean().optional(),
})

const route = <const Path extends string, const Method extends "get" | "post">(method: Method, path: Path, summary: string) => ({
  method,
  path,
  tags: ["notifications"],
  summary,
})

/** What one is told: named in a note, given a case, a customer's words in a case of one's own, promises due and broken. */
export function notificationRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...route("get", "/api/notifications", "What one was told, the latest first"),
        request: { query: pageQuery.extend({ unread: z.enum(["true", "false"]).optional(), kind: z.enum(KINDS).optional() }) },
        responses: { 200: json(pageOf(notificationView), "A page") },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        const { unread: only, ...page } = c.req.valid("query")
        return c.json(await listNotifications(c.get("actor"), db.read, { ...page, unread: only === "true" }), 200)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/notifications/count", "How many one hasn't read"),
        responses: { 200: json(unread, "A number") },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        return c.json({ unread: await countUnread(c.get("actor"), db.read) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/notifications/read", "Mark some read, or all, or unread again"),
        request: body(read),
        responses: { 200: json(unread, "How many are left unread") },
      }),
      async (c) => {
        const actor = c.get("actor")
        await db.transact((tx) => markRead(actor, tx, c.req.valid("json")))
        return c.json({ unread: await countUnread(actor, db.read) }, 200)
      },
    )
}
