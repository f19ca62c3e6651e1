import { createRoute, z } from "@hono/zod-openapi"
import { idParam, isRange, newRouter, pageOf, pageQuery, readCursor, tellOnce, writeCursor } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import { inboxIds, presentInboxes, role } from "../agents/views.ts"
import type { PeopleDeps } from "../deps.ts"
import { addToken } from "./add-token.ts"
import { type ApiToken, listTokens } from "./list-tokens.ts"
import { SCOPES } from "./scopes.ts"
import { revokeToken } from "./revoke-token.ts"

const scope = z.enum(SCOPES).openapi("Scope")
const tokenView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role,
    inboxIds,
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable(),
    usedFrom: z.string().nullable().openapi({ description: "Network of the last use" }),
    scopes: z.array(scope).nullable().openapi({ description: "What it may read and write; null: all that its role may" }),
    expiresAt: z.iso.datetime().nullable(),
    allowedFrom: z.array(z.string()).openapi({ description: "Addresses and ranges it may come from; none: anywhere" }),
  })
  .openapi("ApiToken")
const newToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role,
  inboxIds: inboxIds.optional(),
  scopes: z.array(scope).max(SCOPES.length).nullable().optional(),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  allowedFrom: z.array(z.string().trim().refine(isRange, "people.token.range")).max(50).optional(),
})
const tags = ["tokens"]

const list = createRoute({
  method: "get",
  path: "/api/tokens",
  tags,
  summary: "API tokens that open something (admin)",
  request: { query: pageQuery },
  responses: { 200: { description: "A page", content: { "application/json": { schema: pageOf(tokenView) } } } },
})
const add = createRoute({
  method: "post",
  path: "/api/tokens",
  tags,
  summary: "Add an API token (admin)",
  request: { body: { required: true, content: { "application/json": { schema: newToken } } } },
  responses: {
    201: {
      description: "The token, shown this once",
      content: { "application/json": { schema: z.object({ id: z.uuid(), token: z.string() }) } },
    },
  },
})
const revoke = createRoute({
  method: "delete",
  path: "/api/tokens/{id}",
  tags,
  summary: "Revoke an API token (admin)",
  request: { params: idParam },
  responses: { 204: { description: "Revoked" } },
})

export function tokenRoutes({ db }: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid("query")
      const after = readCursor(cursor, ["id"])?.[0] ?? null
      const tokens = await listTokens(c.get("actor"), db.read, { limit, after })
      const last = tokens.length === limit ? tokens.at(-1) : undefined
      return c.json({ items: tokens.map(present), next: last ? writeCursor([last.id]) : null }, 200)
    })
    .openapi(add, async (c) => {
      const { name, role, inboxIds, scopes, expiresAt, allowedFrom } = c.req.valid("json")
      const { tokenId, token } = await db.transact((tx) =>
        addToken(c.get("actor"), tx, {
          name,
          role,
          ...(inboxIds ? { inboxes: inboxIds } : {}),
          scopes: scopes ?? null,
          expiresAt: expiresAt ? new Date(expiresAt) : null,
          allowedFrom: allowedFrom ?? [],
        }),
      )
      tellOnce(c)
      return c.json({ id: tokenId, token }, 201)
    })
    .openapi(revoke, async (c) => {
      await db.transact((tx) => revokeToken(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
}

function present({ inboxes, createdAt, usedAt, expiresAt, ...token }: ApiToken): z.infer<typeof tokenView> {
  return {
    ...token,
    inboxIds: presentInboxes(inboxes),
    createdAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }
}
