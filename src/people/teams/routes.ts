import { createRoute, z } from "@hono/zod-openapi"
import { idParam, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { addTeam, changeTeam, removeTeam, type TeamParts } from "./change-team.ts"
import { accessTeam, listTeams } from "./list-teams.ts"

const teamView = z.object({ id: z.uuid(), name: z.string(), signature: z.string(), agentIds: z.array(z.uuid()) }).openapi("Team")
const name = z.string().trim().min(1).max(100)
const parts = { signature: z.string().max(5000).optional(), agentIds: z.array(z.uuid()).max(500).optional() }
const newTeam = z.strictObject({ name, ...parts })
const changes = z.strictObject({ name: name.optional(), ...parts })

const tags = ["teams"]
const one = { description: "The team", content: { "application/json": { schema: teamView } } }

const list = createRoute({
  method: "get",
  path: "/api/teams",
  tags,
  summary: "Teams by name",
  request: { query: pageQuery },
  responses: { 200: { description: "A page", content: { "application/json": { schema: pageOf(teamView) } } } },
})
const add = createRoute({
  method: "post",
  path: "/api/teams",
  tags,
  summary: "Add a team (lead)",
  request: { body: { required: true, content: { "application/json": { schema: newTeam } } } },
  responses: { 201: one },
})
const change = createRoute({
  method: "patch",
  path: "/api/teams/{id}",
  tags,
  summary: "Change a team (lead)",
  request: { params: idParam, body: { required: true, content: { "application/json": { schema: changes } } } },
  responses: { 200: one },
})
const remove = createRoute({
  method: "delete",
  path: "/api/teams/{id}",
  tags,
  summary: "Remove a team (lead)",
  request: { params: idParam },
  responses: { 204: { description: "Removed" } },
})

export function teamRoutes({ db }: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid("query")
      const place = readCursor(cursor, ["text", "id"])
      const teams = await listTeams(db.read, { limit, after: place && { name: place[0], id: place[1] } })
      const last = teams.length === limit ? teams.at(-1) : undefined
      return c.json({ items: teams, next: last ? writeCursor([last.name.toLowerCase(), last.id]) : null }, 200)
    })
    .openapi(add, async (c) => {
      const { name, ...rest } = c.req.valid("json")
      const team = await db.transact(async (tx) => accessTeam(tx, await addTeam(c.get("actor"), tx, { name, ...given(rest) })))
      return c.json(team, 201)
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid("param")
      const { name, ...rest } = c.req.valid("json")
      const team = await db.transact(async (tx) => {
        await changeTeam(c.get("actor"), tx, id, { ...(name !== undefined ? { name } : {}), ...given(rest) })
        return accessTeam(tx, id)
      })
      return c.json(team, 200)
    })
    .openapi(remove, async (c) => {
      await db.transact((tx) => removeTeam(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
}

function given({ signature, agentIds }: { signature?: string | undefined; agentIds?: string[] | undefined }): TeamParts {
  return { ...(signature !== undefined ? { signature } : {}), ...(agentIds ? { agentIds } : {}) }
}
