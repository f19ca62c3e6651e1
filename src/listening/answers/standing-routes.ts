import { createRoute, z } from "@hono/zod-openapi"
import type { PublicChannel } from "#conversations"
import { type PeopleEnv, requireRole } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { reachingAccount } from "./accounts.ts"
import { answeredWords } from "./answered-words.ts"
import { presentWhy } from "./present-answers.ts"

const stands = z.object({
  text: z.string().nullable().openapi({ description: "What would be replaced; null: nothing stands there" }),
  trouble: z.object({ code: z.string(), detail: z.string() }).nullable().openapi({ description: "Why the place couldn't be asked" }),
})

const route = createRoute({
  method: "get",
  path: "/api/mentions/{id}/standing-answer",
  tags: ["public answers"],
  summary: "Where a place keeps one answer: what stands there now, and an answer would take the place of. The place is asked (agent)",
  request: { params: idParam, query: z.object({ account: z.string().max(100) }) },
  responses: { 200: json(stands, "As the place says") },
})

/** What an answer would take the place of. */
export function standingRoutes({ db, channel }: { db: Database; channel: PublicChannel }) {
  return newRouter<PeopleEnv>().openapi(route, async (c) => {
    requireRole(c.get("actor"), "agent")
    const mention = await accessMention(db.read, c.req.valid("param").id)
    const account = await reachingAccount(channel, db.read, mention, c.req.valid("query").account)
    if (!account.keepsOne || channel.heldBecause() !== null) return c.json({ text: null, trouble: null }, 200)
    const said = await channel.standing(account.id, await answeredWords(db.read, mention))
    if (said.kind === "standing") return c.json({ text: said.text, trouble: null }, 200)
    return c.json({ text: null, trouble: presentWhy(said, c.get("language")) }, 200)
  })
}
