import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { PRIVATE_KINDS } from "./find-private.ts"
import { guardPublicText } from "./guard-public-text.ts"

const found = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(PRIVATE_KINDS),
        start: z.number().int().openapi({ description: "Where it begins in the text, in UTF-16 units" }),
        end: z.number().int(),
        text: z.string(),
        own: z.string().openapi({ description: "What of the case it tells" }),
        soft: z.boolean().openapi({ description: "It may be one: a word of a name, alone and in small letters" }),
      }),
    ),
    next: z.null(),
    unread: z.boolean().openapi({ description: "The case is too long to be read whole: somebody has to look" }),
  })
  .openapi("PrivateFacts")

/** Trying what the guard finds, before a text is published. */
export function guardRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>().openapi(
    createRoute({
      method: "post",
      path: "/api/cases/{id}/public-text",
      tags: ["listening"],
      summary: "Which private facts of a case stand in a text that is to be said in public; nothing is kept or sent",
      request: { params: idParam, body: { required: true, ...json(z.strictObject({ text: z.string().max(20_000) }), "The text") } },
      responses: { 200: json(found, "What was found, in its order; nothing: it may be said") },
    }),
    async (c) => {
      const { found: pieces, unread } = await guardPublicText(c.get("actor"), db.read, c.req.valid("param").id, c.req.valid("json").text)
      return c.json({ items: pieces.map((piece) => ({ ...piece, soft: piece.soft ?? false })), next: null, unread }, 200)
    },
  )
}
