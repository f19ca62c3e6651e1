import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { idParam, json, newRouter, pageOf } from "#platform"
import { accessContact } from "./access.ts"
import { mergeContacts } from "./merge-contacts.ts"
import { mergesOf } from "./merges.ts"
import { presentMerge, presentSuggestions } from "./present.ts"
import type { ContactsNeed } from "./routes.ts"
import { recallSuggestion } from "./recall-suggestion.ts"
import { refuseSuggestion } from "./refuse-suggestion.ts"
import { suggestionsFor } from "./suggestions.ts"
import { undoMerge } from "./undo-merge.ts"
import { MergeView, SuggestionView } from "./views.ts"

const suggestions = createRoute({
  method: "get",
  path: "/api/contacts/{id}/suggestions",
  tags: ["contacts"],
  request: { params: idParam },
  responses: { 200: json(pageOf(SuggestionView), "Contacts that may be the same person, likeliest first") },
})

const refuse = createRoute({
  method: "post",
  path: "/api/contacts/suggestions/{id}/refuse",
  tags: ["contacts"],
  request: { params: idParam },
  responses: { 204: { description: "Remembered" } },
})

const recall = createRoute({
  method: "post",
  path: "/api/contacts/suggestions/{id}/recall",
  tags: ["contacts"],
  request: { params: idParam },
  responses: { 204: { description: "Proposed again" } },
})

const merge = createRoute({
  method: "post",
  path: "/api/contacts/{id}/merge",
  tags: ["contacts"],
  request: {
    params: idParam,
    body: { ...json(z.strictObject({ with: z.string() }), "The contact that becomes part of this one"), required: true },
  },
  responses: { 201: json(MergeView, "The merge") },
})

const undo = createRoute({
  method: "post",
  path: "/api/contacts/merges/{id}/undo",
  tags: ["contacts"],
  request: { params: idParam },
  responses: { 200: json(MergeView, "The merge, undone") },
})

const merges = createRoute({
  method: "get",
  path: "/api/contacts/{id}/merges",
  tags: ["contacts"],
  request: { params: idParam },
  responses: { 200: json(pageOf(MergeView), "The merges in which it took part, the last one first") },
})

export function mergeRoutes({ db, sight }: ContactsNeed) {
  return newRouter<PeopleEnv>()
    .openapi(suggestions, async (c) => {
      const actor = c.get("actor")
      const contact = await accessContact(actor, db.read, c.req.valid("param").id, sight)
      const found = await suggestionsFor(actor, db.read, contact, sight)
      return c.json({ items: await presentSuggestions(db.read, found, c.get("language")), next: null }, 200)
    })
    .openapi(refuse, async (c) => {
      await db.transact((tx) => refuseSuggestion(c.get("actor"), tx, c.req.valid("param").id, sight))
      return c.body(null, 204)
    })
    .openapi(recall, async (c) => {
      await db.transact((tx) => recallSuggestion(c.get("actor"), tx, c.req.valid("param").id, sight))
      return c.body(null, 204)
    })
    .openapi(merge, async (c) => {
      const done = await db.transact((tx) => mergeContacts(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json").with, sight))
      return c.json(presentMerge(done), 201)
    })
    .openapi(undo, async (c) => {
      const done = await db.transact((tx) => undoMerge(c.get("actor"), tx, c.req.valid("param").id, sight))
      return c.json(presentMerge(done), 200)
    })
    .openapi(merges, async (c) => {
      const contact = await accessContact(c.get("actor"), db.read, c.req.valid("param").id, sight)
      return c.json({ items: (await mergesOf(db.read, contact.id)).map(presentMerge), next: null }, 200)
    })
}
