import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { readFirstDraft, removeFirstDraft, writeFirstDraft } from "./first-draft.ts"
import { foreseeFirst } from "./foresee.ts"
import { accessInbox } from "./inboxes.ts"
import type { Sending } from "./queue-reply.ts"
import { DraftBody } from "./routes-drafts.ts"
import { showDraft } from "./show-draft.ts"
import { DraftView, RecipientsView } from "./views.ts"

const FirstDraftBody = DraftBody.extend({ subject: z.string().max(500).optional(), inboxId: z.uuid().optional() })

/** What is begun to somebody who hasn't written, and when it would arrive. */
export function firstRoutes({ db, sending }: { db: Database; sending: Pick<Sending, "undoSeconds"> }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/drafts/first",
        summary: "One's own draft to somebody who hasn't written",
        responses: { 200: json(DraftView.nullable(), "Or null when there is none") },
      }),
      async (c) => {
        const draft = await readFirstDraft(c.get("actor"), db.read)
        return c.json(draft && (await showDraft(c.get("actor"), db.read, draft)), 200)
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/api/drafts/first",
        summary: "Keeps what was typed to somebody who hasn't written",
        request: { body: json(FirstDraftBody, "All of it") },
        responses: { 200: json(DraftView, "Kept") },
      }),
      async (c) => {
        const { version, ...body } = c.req.valid("json")
        const draft = await db.transact((tx) => writeFirstDraft(c.get("actor"), tx, body, version))
        return c.json(await showDraft(c.get("actor"), db.read, draft), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/drafts/first",
        summary: "Throws it away",
        responses: { 204: { description: "Gone" } },
      }),
      async (c) => {
        await db.transact((tx) => removeFirstDraft(c.get("actor"), tx))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/inboxes/{id}/recipients",
        summary: "When a first message would arrive, and how it begins",
        request: { params: idParam, query: z.object({ to: z.string().max(320).default("") }) },
        responses: { 200: json(RecipientsView, "By the wishes of whoever has that address") },
      }),
      async (c) => {
        const inbox = await accessInbox(c.get("actor"), db.read, c.req.valid("param").id)
        const asked = { undoSeconds: sending.undoSeconds, language: inbox.language }
        const foreseen = await foreseeFirst(c.get("actor"), db.read, c.req.valid("query").to, asked)
        return c.json({ to: [], cc: [], notes: [], ...foreseen }, 200)
      },
    )
}
