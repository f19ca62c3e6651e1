import { createRoute, z } from "@hono/zod-openapi"
import { accessCase, familyOf } from "#cases"
import { accessContact, mergedIdsOf } from "#contacts"
import { contactSight } from "#conversations"
import type { PeopleEnv, PersonActor } from "#people"
import { type Database, idParam, Invalid, json, newRouter, type Reader, type Tx } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { confirmTie, refuseTie, tieByHand, undoTie } from "./decide-tie.ts"
import { seenTies, type SeenTie, tiesOfCases, tiesOfContact, tiesOfMention } from "./list-ties.ts"
import type { Tie, Whose } from "./tables.ts"
import { presentTie, TieView } from "./tie-view.ts"

const tags = ["listening"]
const params = idParam
const list = z.object({ items: z.array(TieView), next: z.null() })

const ofMention = createRoute({
  method: "get",
  path: "/api/mentions/{id}/ties",
  tags,
  summary: "Cases and people that a mention was tied to, or may belong to, with the evidence: those that one may see",
  request: { params },
  responses: { 200: json(list, "The likeliest first") },
})
const ofCase = createRoute({
  method: "get",
  path: "/api/cases/{id}/ties",
  tags,
  summary: "Mentions that were tied to a case, or may belong to it, with the evidence",
  request: { params },
  responses: { 200: json(list, "The likeliest first") },
})
const ofContact = createRoute({
  method: "get",
  path: "/api/contacts/{id}/ties",
  tags,
  summary: "Mentions that were tied to a person without a case, or may be theirs, with the evidence",
  request: { params },
  responses: { 200: json(list, "The likeliest first") },
})
const to = z.strictObject({
  caseId: z.string().max(100).optional().openapi({ description: "Id or number" }),
  contactId: z.string().max(100).optional().openapi({ description: "Of somebody who has no case" }),
})
const byHand = createRoute({
  method: "post",
  path: "/api/mentions/{id}/ties",
  tags,
  summary: "Tie a mention to a case, or to somebody who has none, by hand (agent)",
  request: {
    params,
    body: { required: true, ...json(to, "One of the two") },
  },
  responses: { 201: json(TieView, "The tie, with what evidence there is") },
})
const decision = (what: "confirm" | "refuse" | "undo", summary: string) =>
  createRoute({
    method: "post",
    path: `/api/ties/{id}/${what}` as const,
    tags,
    summary,
    request: { params },
    responses: { 200: json(TieView, "The tie as it is now") },
  })

/** Ties between mentions and cases or people. Nobody hears of a case or a person through one that they may not see. */
export function tieRoutes({ db }: { db: Database }) {
  const decide = async (actor: PersonActor, verb: (actor: PersonActor, tx: Tx, id: string) => Promise<Tie>, id: string) => {
    const tie = await db.transact((tx) => verb(actor, tx, id))
    const [view] = await present(db.read, await seenTies(actor, db.read, [tie]))
    return view!
  }
  return newRouter<PeopleEnv>()
    .openapi(ofMention, async (c) =>
      c.json({ items: await present(db.read, await tiesOfMention(c.get("actor"), db.read, c.req.valid("param").id)), next: null }, 200),
    )
    .openapi(ofCase, async (c) => {
      const actor = c.get("actor")
      const { id } = await accessCase(actor, db.read, c.req.valid("param").id)
      const ties = await tiesOfCases(db.read, await familyOf(db.read, id))
      return c.json({ items: await present(db.read, await seenTies(actor, db.read, ties)), next: null }, 200)
    })
    .openapi(ofContact, async (c) => {
      const actor = c.get("actor")
      const { id } = await accessContact(actor, db.read, c.req.valid("param").id, contactSight)
      const ties = await tiesOfContact(db.read, await mergedIdsOf(db.read, id))
      return c.json({ items: await present(db.read, await seenTies(actor, db.read, ties)), next: null }, 200)
    })
    .openapi(byHand, async (c) => {
      const whose = whoseOf(c.req.valid("json"))
      return c.json(await decide(c.get("actor"), (actor, tx, id) => tieByHand(actor, tx, id, whose), c.req.valid("param").id), 201)
    })
    .openapi(decision("confirm", "Say that a mention belongs to the case: from now on it stands on its timeline (agent)"), async (c) =>
      c.json(await decide(c.get("actor"), confirmTie, c.req.valid("param").id), 200),
    )
    .openapi(decision("refuse", "Say that it doesn't: it isn't proposed again for the same evidence (agent)"), async (c) =>
      c.json(await decide(c.get("actor"), refuseTie, c.req.valid("param").id), 200),
    )
    .openapi(decision("undo", "Take back what was decided last (agent)"), async (c) =>
      c.json(await decide(c.get("actor"), undoTie, c.req.valid("param").id), 200),
    )
}

function whoseOf({ caseId, contactId }: z.infer<typeof to>): Whose {
  if (caseId !== undefined && contactId === undefined) return { caseId }
  if (contactId !== undefined && caseId === undefined) return { contactId }
  throw new Invalid("listening.tie.oneOfTwo")
}

async function present(reader: Reader, seen: readonly SeenTie[]): Promise<z.infer<typeof TieView>[]> {
  return Promise.all(seen.map(async (one) => presentTie(one, await accessMention(reader, one.tie.mention_id))))
}
