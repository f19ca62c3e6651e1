import { type OpenAPIHono, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { scopeOf } from "./scopes.ts"

const part = z.looseObject({ state: z.enum(["ok", "degraded", "failing"]) })
const health = z.object({ state: z.enum(["ok", "degraded", "failing"]), parts: z.record(z.string(), part) }).openapi("Health")

/** The API as OpenAPI: what the rooms say of their routes, and the house of its own. */
export function describeApi(app: OpenAPIHono<PeopleEnv>) {
  const { openAPIRegistry: known } = app
  known.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description:
      "Authorization: Bearer vgt_…. A token that was given scopes needs the one that an operation names; one without scopes may all that its role may.",
  })
  known.registerPath({
    method: "get",
    path: "/api/health",
    tags: ["house"],
    summary: "Whether mail can be taken and shown, and how each part is",
    security: [],
    responses: {
      200: { description: "It can", content: { "application/json": { schema: health } } },
      503: { description: "It can't", content: { "application/json": { schema: health } } },
    },
  })
  known.registerPath({
    method: "get",
    path: "/api/feed",
    tags: ["house"],
    summary: "Facts as they become true, as server-sent events",
    description: "Resumes after `Last-Event-ID`; `event: reset` when that place is unknown.",
    request: { headers: z.object({ "last-event-id": z.string().optional() }) },
    responses: { 200: { description: "A stream", content: { "text/event-stream": { schema: z.string() } } } },
  })
  return withScopes(
    app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "Vigie", version: "1", description: "One desk that hears every customer." },
      security: [{ token: [] }],
    }),
  )
}

type Document = ReturnType<OpenAPIHono<PeopleEnv>["getOpenAPI31Document"]>

/** Each operation says the scope that it needs of a token that has scopes. */
function withScopes(document: Document): Document {
  for (const [path, verbs] of Object.entries(document.paths ?? {})) {
    for (const method of ["get", "post", "put", "patch", "delete"] as const) {
      const operation = verbs[method]
      const scope = scopeOf(method.toUpperCase(), path)
      if (operation && !operation.security && scope) operation.security = [{ token: [scope] }]
    }
  }
  return document
}
