import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery } from "#platform"
import { discardSending, keepTime, retrySending, sendNow, undoSending } from "./change-outgoing.ts"
import { outboxPage } from "./message-pages.ts"
import { showMessage } from "./show-message.ts"
import { DraftView, MessageView } from "./views.ts"

/** What can be done with an answer until it has left, and what hasn't. */
export function outboxRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "post",
        path: "/api/messages/{id}/undo",
        summary: "Takes an answer back; gives the draft",
        request: { params: idParam },
        responses: { 200: json(DraftView.partial({ version: true, updatedAt: true, files: true }), "What was written") },
      }),
      async (c) => {
        const draft = await db.transact((tx) => undoSending(c.get("actor"), tx, c.req.valid("param").id))
        return c.json(draft, 200)
      },
    )
    .openapi(changeRoute("retry", "Tries again now"), async (c) => {
      await db.transact((tx) => retrySending(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await showMessage(db, c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(changeRoute("discard", "Gives it up"), async (c) => {
      await db.transact((tx) => discardSending(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await showMessage(db, c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(changeRoute("send-now", "Leaves now instead of later"), async (c) => {
      await db.transact((tx) => sendNow(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await showMessage(db, c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(changeRoute("keep-time", "Keeps its chosen time although the customer has written since"), async (c) => {
      await db.transact((tx) => keepTime(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await showMessage(db, c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(
      createRoute({
        method: "get",
        path: "/api/outbox",
        summary: "What waits, failed or is uncertain",
        request: { query: pageQuery.extend({ state: z.enum(["ready", "sending", "retry", "uncertain", "failed", "held"]).optional() }) },
        responses: { 200: json(pageOf(MessageView), "The oldest first") },
      }),
      async (c) => {
        return c.json(await outboxPage(c.get("actor"), db.read, c.get("language"), c.req.valid("query")), 200)
      },
    )
}

function changeRoute<const Verb extends string>(verb: Verb, summary: string) {
  return createRoute({
    method: "post",
    path: `/api/messages/{id}/${verb}`,
    summary,
    request: { params: idParam },
    responses: { 200: json(MessageView, "As it is now") },
  })
}
