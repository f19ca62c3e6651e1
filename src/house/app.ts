import type { OpenAPIHono } from "@hono/zod-openapi"
import { HTTPException } from "hono/http-exception"
import type { Presence } from "#cases"
import type { PeopleEnv, PersonActor } from "#people"
import {
  bodyLimit,
  type Database,
  errorFields,
  fewAtOnce,
  idempotency,
  Invalid,
  isPassing,
  type Log,
  type Metrics,
  newRouter,
  NotFound,
  Problem,
  problemResponse,
  Unauthenticated,
  Unavailable,
} from "#platform"
import { languageOf, say } from "#words"
import { isHeavy, mostOf } from "./body-sizes.ts"
import { describeApi } from "./describe-api.ts"
import { deskFile, publicFile } from "./desk-files.ts"
import type { FeedStreams } from "./feed-stream.ts"
import { firstSightOf, firstSightRoute } from "./first-sight-routes.ts"
import { headers, isLocal, sameOrigin } from "./guard.ts"
import { health, type HealthCheck } from "./health.ts"
import { withinScopes } from "./scopes.ts"

export interface AppParts {
  db: Database
  log: Log
  metrics: Metrics
  https: boolean
  /** Who asks: by token or session, or nobody. */
  authenticate: (request: { authorization: string | null; cookie: string | null; ip: string }) => Promise<PersonActor | null>
  ipOf: (request: Request, env: unknown) => string
  streams: FeedStreams
  presence: Presence
  checks: Readonly<Record<string, HealthCheck>>
  /** Rooms' routes that need nobody signed in: signing in itself. */
  open: readonly OpenAPIHono<PeopleEnv>[]
  /** Rooms' routes for whoever is signed in. */
  rooms: readonly OpenAPIHono<PeopleEnv>[]
  /** The desk's files, unless said otherwise those that were built. */
  desk?: typeof deskFile
}

/** Everything that Vigie answers over HTTP: API, feed, health, the desk. */
export function createApp(parts: AppParts): OpenAPIHono<PeopleEnv> {
  const { db, log, metrics } = parts
  const app = newRouter<PeopleEnv>()
  app.use(headers(parts.https, db.clock))
  app.use(async (c, next) => {
    const began = performance.now()
    c.set("language", languageOf(c.req.header("accept-language")))
    await next()
    metrics.observe("vigie_http_seconds", "Time to answer a request", (performance.now() - began) / 1000, {
      method: c.req.method,
      status: String(c.res.status),
    })
  })
  app.use(bodyLimit(mostOf))
  app.onError((error, c) =>
    problemResponse(asProblem(error, log, `${c.req.method} ${c.req.routePath}`), (key, values) => say(c.get("language"), key, values)),
  )
  app.notFound((c) => problemResponse(new NotFound("request.notFound"), (key, values) => say(c.get("language"), key, values)))

  app.get("/api/health", async (c) => {
    const now = await health(parts.checks)
    return c.json(now, now.state === "failing" ? 503 : 200)
  })
  // Once everything is mounted: it doesn't change while the house is open.
  let description: ReturnType<typeof describeApi> | null = null
  app.get("/api/openapi.json", (c) => c.json((description ??= describeApi(app))))
  app.use("/api/*", sameOrigin)
  for (const routes of parts.open) app.route("/", routes)
  app.use("/api/*", async (c, next) => {
    const actor = await whoAsks(parts, c.req.raw, c.env)
    if (!actor) throw new Unauthenticated("people.signIn.needed")
    c.set("actor", actor)
    if (!c.req.header("accept-language") || actor.kind === "agent") c.set("language", actor.language)
    await next()
  })
  app.use("/api/*", withinScopes)
  app.use(
    "/api/*",
    fewAtOnce<PeopleEnv>({ most: 4, each: 2 }, (c) => (c.req.method !== "GET" && isHeavy(c.req.path) ? c.get("actor").ref : null)),
  )
  app.use(
    "/api/*",
    idempotency(db, log, (c) => (c.get("actor") as PersonActor | undefined)?.ref ?? null),
  )
  app.get("/api/feed", (c) => {
    const actor = c.get("actor")
    const window = c.req.query("window")?.slice(0, 64)
    const opened = window ? () => parts.presence.listens(actor, window) : undefined
    return parts.streams.open(actor, c.req.header("last-event-id") ?? c.req.query("after") ?? null, opened)
  })
  for (const routes of parts.rooms) app.route("/", routes)
  app.route(
    "/",
    firstSightRoute(db, (request, env) => app.fetch(request, env)),
  )

  app.get("/metrics", async (c) => {
    const local = isLocal(c, parts.ipOf(c.req.raw, c.env))
    const actor = local ? null : await whoAsks(parts, c.req.raw, c.env)
    if (!local && actor?.role !== "admin") throw new NotFound("request.notFound")
    return c.text(await metrics.render(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" })
  })
  app.get("/public/*", async (c) => (await publicFile(c.req.path)) ?? c.notFound())
  app.get("*", async (c) => {
    if (c.req.path.startsWith("/api/")) return c.notFound()
    const file = await (parts.desk ?? deskFile)(c.req.path, c.req.header("accept-encoding"))
    const first = firstSightOf(c.req.path, new URL(c.req.url).search)
    if (first) file.headers.set("link", `<${first}>; rel=preload; as=fetch; crossorigin`)
    return file
  })
  return app
}

function whoAsks(parts: AppParts, request: Request, env: unknown): Promise<PersonActor | null> {
  return parts.authenticate({
    authorization: request.headers.get("authorization"),
    cookie: request.headers.get("cookie"),
    ip: parts.ipOf(request, env),
  })
}

/** Whatever was thrown, as a refusal that a person can read. What isn't one is our fault, and is written down. */
function asProblem(error: unknown, log: Log, route: string): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status < 500) return new Invalid("request.json")
  if (isUnkeepable(error)) return new Invalid("request.characters")
  if (isPassing(error)) {
    // It passes by itself or only once somebody has seen it: a right that is missing lasts.
    log.warn("http.unavailable", { route, ...errorFields(error) })
    return new Unavailable("request.unavailable")
  }
  log.error("http.failed", { route, ...errorFields(error) })
  return new OurFault("request.ourFault")
}

/** character_not_in_repertoire, untranslatable_character: a NUL, which PostgreSQL keeps in no text. */
function isUnkeepable(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "22021" || error.code === "22P05")
}

class OurFault extends Problem {
  override readonly name = "OurFault"
  readonly status = 500
}
