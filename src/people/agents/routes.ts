import { createRoute, z } from "@hono/zod-openapi"
import { HOUR, idParam, newRouter, pageOf, pageQuery, readCursor, tellOnce, writeCursor } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { issueLinkFor, resetTwoStep } from "./let-in.ts"
import { PRINTED_LINK } from "../sign-in/sign-in-link.ts"
import { addAgent } from "./add-agent.ts"
import { changeAgent } from "./change-agent.ts"
import { disableAgent, enableAgent } from "./disable-agent.ts"
import { accessAgent } from "./find-agent.ts"
import { listAgents } from "./list-agents.ts"
import { agentChanges, agentView, newAgent, presentAgent, readInboxes } from "./views.ts"

const one = { description: "The agent", content: { "application/json": { schema: agentView } } }
const tags = ["agents"]

const list = createRoute({
  method: "get",
  path: "/api/agents",
  tags,
  summary: "Agents by name",
  request: { query: pageQuery },
  responses: { 200: { description: "A page", content: { "application/json": { schema: pageOf(agentView) } } } },
})
const add = createRoute({
  method: "post",
  path: "/api/agents",
  tags,
  summary: "Add an agent (admin)",
  request: { body: { required: true, content: { "application/json": { schema: newAgent } } } },
  responses: { 201: one },
})
const get = createRoute({
  method: "get",
  path: "/api/agents/{id}",
  tags,
  summary: "One agent",
  request: { params: idParam },
  responses: { 200: one },
})
const change = createRoute({
  method: "patch",
  path: "/api/agents/{id}",
  tags,
  summary: "Change name, role or inboxes (admin)",
  request: { params: idParam, body: { required: true, content: { "application/json": { schema: agentChanges } } } },
  responses: { 200: one },
})
const disable = createRoute({
  method: "post",
  path: "/api/agents/{id}/disable",
  tags,
  summary: "Shut an agent out at once (admin); revokes the API tokens they made unless keepTokens",
  request: {
    params: idParam,
    body: { content: { "application/json": { schema: z.strictObject({ keepTokens: z.boolean().optional() }) } } },
  },
  responses: { 200: one },
})
const enable = createRoute({
  method: "post",
  path: "/api/agents/{id}/enable",
  tags,
  summary: "Let an agent in again (admin)",
  request: { params: idParam },
  responses: { 200: one },
})
const link = createRoute({
  method: "post",
  path: "/api/agents/{id}/sign-in-link",
  tags,
  summary: "A link that signs this agent in once, to hand over (admin)",
  request: { params: idParam },
  responses: {
    200: {
      description: "The link, shown this once",
      content: { "application/json": { schema: z.object({ url: z.url(), hours: z.number() }) } },
    },
  },
})
const reset = createRoute({
  method: "delete",
  path: "/api/agents/{id}/two-step",
  tags,
  summary: "Forget an agent's two-step codes, when they lost them (admin)",
  request: { params: idParam },
  responses: { 204: { description: "Forgotten" } },
})

export function agentRoutes({ db, url }: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid("query")
      const place = readCursor(cursor, ["text", "id"])
      const agents = await listAgents(db.read, { limit, after: place && { name: place[0], id: place[1] } })
      const last = agents.length === limit ? agents.at(-1) : undefined
      return c.json({ items: agents.map(presentAgent), next: last ? writeCursor([last.name.toLowerCase(), last.id]) : null }, 200)
    })
    .openapi(add, async (c) => {
      const { inboxIds, email, name, role, language } = c.req.valid("json")
      const agent = await db.transact(async (tx) => {
        const { agentId } = await addAgent(c.get("actor"), tx, {
          email,
          ...(name ? { name } : {}),
          ...(role ? { role } : {}),
          ...(language ? { language } : {}),
          ...(inboxIds ? { inboxes: inboxIds } : {}),
        })
        return accessAgent(tx, agentId)
      })
      return c.json(presentAgent(agent), 201)
    })
    .openapi(get, async (c) => c.json(presentAgent(await accessAgent(db.read, c.req.valid("param").id)), 200))
    .openapi(change, async (c) => {
      const { id } = c.req.valid("param")
      const { name, role, inboxIds } = c.req.valid("json")
      const changes = {
        ...(name !== undefined ? { name } : {}),
        ...(role ? { role } : {}),
        ...(inboxIds !== undefined ? { inboxes: readInboxes(inboxIds) } : {}),
      }
      const agent = await db.transact(async (tx) => {
        await changeAgent(c.get("actor"), tx, id, changes)
        return accessAgent(tx, id)
      })
      return c.json(presentAgent(agent), 200)
    })
    .openapi(disable, async (c) => {
      const { id } = c.req.valid("param")
      const keepTokens = c.req.valid("json").keepTokens ?? false
      const agent = await db.transact(async (tx) => {
        await disableAgent(c.get("actor"), tx, id, { keepTokens })
        return accessAgent(tx, id)
      })
      return c.json(presentAgent(agent), 200)
    })
    .openapi(enable, async (c) => {
      const { id } = c.req.valid("param")
      const agent = await db.transact(async (tx) => {
        await enableAgent(c.get("actor"), tx, id)
        return accessAgent(tx, id)
      })
      return c.json(presentAgent(agent), 200)
    })
    .openapi(link, async (c) => {
      const token = await db.transact((tx) => issueLinkFor(c.get("actor"), tx, c.req.valid("param").id))
      tellOnce(c)
      return c.json({ url: new URL(`/sign-in/${token}`, url).href, hours: PRINTED_LINK / HOUR }, 200)
    })
    .openapi(reset, async (c) => {
      await db.transact((tx) => resetTwoStep(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
}
