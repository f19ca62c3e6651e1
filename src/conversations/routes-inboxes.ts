import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf } from "#platform"
import { accessInbox, addInbox, changeInbox, closeInbox, type Inbox, listInboxes } from "./inboxes.ts"
import { InboxView } from "./views.ts"

const Settings = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  address: z.string().max(320).optional(),
  language: z.enum(["en", "fr"]).optional(),
  signature: z.string().max(10_000).optional(),
  teamId: z.uuid().nullable().optional(),
  acknowledge: z.boolean().optional(),
})

/** The addresses that Vigie takes mail for. */
export function inboxRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/inboxes",
        summary: "Inboxes the actor sees",
        responses: { 200: json(pageOf(InboxView), "All of them") },
      }),
      async (c) => c.json({ items: (await listInboxes(c.get("actor"), db.read)).map(shown), next: null }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/inboxes",
        summary: "Adds an inbox",
        request: { body: json(Settings.required({ address: true }), "Its address and more") },
        responses: { 201: json(InboxView, "Open for mail") },
      }),
      async (c) => c.json(shown(await db.transact((tx) => addInbox(c.get("actor"), tx, c.req.valid("json")))), 201),
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/inboxes/{id}",
        summary: "One inbox",
        request: { params: idParam },
        responses: { 200: json(InboxView, "The inbox") },
      }),
      async (c) => c.json(shown(await accessInbox(c.get("actor"), db.read, c.req.valid("param").id)), 200),
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/inboxes/{id}",
        summary: "Changes an inbox, or opens it again",
        request: { params: idParam, body: json(Settings, "What changes") },
        responses: { 200: json(InboxView, "As it is now") },
      }),
      async (c) =>
        c.json(shown(await db.transact((tx) => changeInbox(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))), 200),
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/inboxes/{id}",
        summary: "Takes no more mail; what came in stays",
        request: { params: idParam },
        responses: { 204: { description: "Closed" } },
      }),
      async (c) => {
        await db.transact((tx) => closeInbox(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}

function shown(inbox: Inbox): InboxView {
  const { id, name, address, channel, language, signature, acknowledge } = inbox
  return { id, name, address, channel, language, signature, acknowledge, teamId: inbox.team_id }
}
