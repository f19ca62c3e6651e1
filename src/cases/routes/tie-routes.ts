import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { idParam, json, newRouter } from "#platform"
import { dismissContradiction, recallContradiction } from "../contradictions/dismiss.ts"
import { decide } from "../decide.ts"
import { linkCases, unlinkCases } from "../link-cases.ts"
import { mergeCases } from "../merging/merge-cases.ts"
import { splitCase } from "../merging/split-case.ts"
import { undoMerge } from "../merging/undo-merge.ts"
import { undoSplit } from "../merging/undo-split.ts"
import { withdrawDecision } from "../withdraw-decision.ts"
import { caseView, linkKindSchema } from "../views.ts"
import { body, caseParam, type CaseRoutesNeed, presentCase } from "./parts.ts"

const id = z.string().max(100)
const ofCase = <const Path extends string>(path: Path, summary: string) => ({
  method: "post" as const,
  path: `/api/cases/{id}/${path}` as const,
  tags: ["cases"],
  summary,
})
const done = { 204: { description: "Done" } }

/** Decisions, links, merges and splits of cases, and contradictions that are settled. */
export function tieRoutes(need: CaseRoutesNeed) {
  const { db } = need
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...ofCase("decisions", "Write down what was decided"),
        request: { params: caseParam, ...body(z.strictObject({ text: z.string().trim().min(1).max(5000) })) },
        responses: { 201: json(z.object({ id, text: z.string(), at: z.iso.datetime() }), "Written") },
      }),
      async (c) => {
        const decision = await db.transact((tx) => decide(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json").text))
        return c.json({ ...decision, at: decision.at.toISOString() }, 201)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/decisions/{id}/withdraw",
        tags: ["cases"],
        summary: "A decision no longer holds; its words stay",
        request: { params: idParam },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => withdrawDecision(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...ofCase("links", "Tie a case to another"),
        request: { params: caseParam, ...body(z.strictObject({ caseId: id, kind: linkKindSchema })) },
        responses: { 201: json(z.object({ id }), "Tied") },
      }),
      async (c) => {
        const { caseId, kind } = c.req.valid("json")
        return c.json({ id: await db.transact((tx) => linkCases(c.get("actor"), tx, c.req.valid("param").id, caseId, kind)) }, 201)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/links/{id}",
        tags: ["cases"],
        summary: "Untie two cases",
        request: { params: idParam },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => unlinkCases(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...ofCase("merge", "Put a case into another"),
        request: { params: caseParam, ...body(z.strictObject({ into: id })) },
        responses: { 200: json(z.object({ mergeId: id, case: caseView }), "Merged: the case that was kept, and what undoes it") },
      }),
      async (c) => {
        const { mergeId, kept } = await db.transact((tx) =>
          mergeCases(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json").into),
        )
        return c.json({ mergeId, case: await presentCase(need, c, kept) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...ofCase("split", "Make a case of its own of a conversation, or of a part of one"),
        request: { params: caseParam, ...body(z.strictObject({ conversationId: id, fromMessageId: id.optional() })) },
        responses: { 201: json(z.object({ splitId: id, case: caseView }), "Split: the case that was made, and what undoes it") },
      }),
      async (c) => {
        const { splitId, made } = await db.transact((tx) => splitCase(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))
        return c.json({ splitId, case: await presentCase(need, c, made) }, 201)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/merges/{id}/undo",
        tags: ["cases"],
        summary: "Take a merge back",
        request: { params: idParam },
        responses: { 200: json(caseView, "The case that had been kept") },
      }),
      async (c) =>
        c.json(await presentCase(need, c, await db.transact((tx) => undoMerge(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/splits/{id}/undo",
        tags: ["cases"],
        summary: "Take a split back",
        request: { params: idParam },
        responses: { 200: json(caseView, "The case that was split") },
      }),
      async (c) =>
        c.json(await presentCase(need, c, await db.transact((tx) => undoSplit(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/contradictions/{id}/dismiss",
        tags: ["cases"],
        summary: "It is none, or it is settled",
        request: { params: idParam },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => dismissContradiction(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/contradictions/{id}/recall",
        tags: ["cases"],
        summary: "It was dismissed by mistake: show it again",
        request: { params: idParam },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => recallContradiction(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}
