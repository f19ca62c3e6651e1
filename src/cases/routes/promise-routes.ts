import { createRoute, z } from "@hono/zod-openapi"
import { accessMessage } from "#conversations"
import type { PeopleEnv } from "#people"
import { idParam, json, newRouter, pageOf } from "#platform"
import { acceptSuggestion, recallSuggestion, refuseSuggestion } from "../promises/decide-suggestion.ts"
import { listSuggestions } from "../promises/list-suggestions.ts"
import { makePromise } from "../promises/make-promise.ts"
import { presentPromise } from "../promises/present-promise.ts"
import { breakPromise, keepPromise, reopenPromise, withdrawPromise } from "../promises/settle.ts"
import { promiseView } from "../views.ts"
import { body, caseParam, type CaseRoutesNeed, moment } from "./parts.ts"

const text = z.string().trim().min(1).max(500)
const promise = z.strictObject({ text, dueAt: moment, messageId: z.uuid().nullable().optional() })
const changed = z.strictObject({ text: text.optional(), dueAt: moment.optional() }).optional()
const kept = z.strictObject({ at: moment.optional().openapi({ description: "When it was kept, if earlier than now" }) }).optional()
const suggestionView = z
  .object({ id: z.string(), kind: z.literal("promise"), words: z.string(), dueAt: z.iso.datetime(), messageId: z.string() })
  .openapi("PromiseSuggestion")

/** Words given to customers, and those that are proposed from what was written. */
export function promiseRoutes({ db, later }: CaseRoutesNeed) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "post",
        path: "/api/cases/{id}/promises",
        tags: ["promises"],
        summary: "Keep a word given to a customer, with its clock",
        request: { params: caseParam, ...body(promise) },
        responses: { 201: json(promiseView, "Made") },
      }),
      async (c) => {
        const { dueAt, ...rest } = c.req.valid("json")
        const actor = c.get("actor")
        const made = await db.transact(async (tx) => {
          if (rest.messageId) await accessMessage(actor, tx, rest.messageId)
          return makePromise(actor, tx, later, c.req.valid("param").id, { ...rest, dueAt: new Date(dueAt) })
        })
        return c.json(presentPromise(made), 201)
      },
    )
    .openapi(
      createRoute({
        ...settling("keep", "It was kept"),
        request: { params: idParam, body: { content: { "application/json": { schema: kept } } } },
      }),
      async (c) => {
        const at = c.req.valid("json")?.at
        const settled = await db.transact((tx) =>
          keepPromise(c.get("actor"), tx, c.req.valid("param").id, { at: at ? new Date(at) : undefined }),
        )
        return c.json(presentPromise(settled), 200)
      },
    )
    .openapi(createRoute({ ...settling("break", "It can't be kept"), request: { params: idParam } }), async (c) =>
      c.json(presentPromise(await db.transact((tx) => breakPromise(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(createRoute({ ...settling("withdraw", "It no longer holds"), request: { params: idParam } }), async (c) =>
      c.json(presentPromise(await db.transact((tx) => withdrawPromise(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(createRoute({ ...settling("reopen", "It was settled by mistake"), request: { params: idParam } }), async (c) =>
      c.json(presentPromise(await db.transact((tx) => reopenPromise(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/cases/{id}/suggestions",
        tags: ["promises"],
        summary: "Dates in our answers that look like promises",
        request: { params: caseParam },
        responses: { 200: json(pageOf(suggestionView), "All of them") },
      }),
      async (c) => {
        const found = await listSuggestions(c.get("actor"), db.read, c.req.valid("param").id)
        const items = found.map(({ id, words, due_at, message_id }) => ({
          id,
          kind: "promise" as const,
          words,
          dueAt: due_at.toISOString(),
          messageId: message_id,
        }))
        return c.json({ items, next: null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/suggestions/{id}/accept",
        tags: ["promises"],
        summary: "It is a promise",
        request: { params: idParam, body: { content: { "application/json": { schema: changed } } } },
        responses: { 201: json(promiseView, "Made") },
      }),
      async (c) => {
        const given = c.req.valid("json")
        const change = { text: given?.text, dueAt: given?.dueAt ? new Date(given.dueAt) : undefined }
        return c.json(
          presentPromise(await db.transact((tx) => acceptSuggestion(c.get("actor"), tx, later, c.req.valid("param").id, change))),
          201,
        )
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/suggestions/{id}/refuse",
        tags: ["promises"],
        summary: "It is no promise",
        request: { params: idParam },
        responses: { 204: { description: "Remembered" } },
      }),
      async (c) => {
        await db.transact((tx) => refuseSuggestion(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/suggestions/{id}/recall",
        tags: ["promises"],
        summary: "It was refused, or made a promise that is withdrawn, by mistake: propose it again",
        request: { params: idParam },
        responses: { 204: { description: "Proposed" } },
      }),
      async (c) => {
        await db.transact((tx) => recallSuggestion(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}

function settling<const Name extends string>(name: Name, summary: string) {
  return {
    method: "post" as const,
    path: `/api/promises/{id}/${name}` as const,
    tags: ["promises"],
    summary,
    responses: { 200: json(promiseView, "The promise as it is now") },
  }
}
