import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { MiddlewareHandler } from "hono"
import { Conflict, Invalid } from "../errors.ts"
import type { Database } from "../database/database.ts"

/**
 * `Idempotency-Key` on any POST (draft-ietf-httpapi-idempotency-key-header): the first answer is kept for a day and given again to
 * the same request. The same key with another request is refused (422); while the first is still being answered: 409.
 */
export function idempotency(db: Database, actorOf: (c: Parameters<MiddlewareHandler>[0]) => string | null): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header("idempotency-key")
    const actor = actorOf(c)
    if (c.req.method !== "POST" || !key || !actor) return next()
    if (key.length > 200) throw new Invalid("request.idempotencyKey")
    const body = Buffer.from(await c.req.raw.clone().arrayBuffer())
    const fingerprint = createHash("sha256").update(`${c.req.method} ${c.req.path}\n`).update(body).digest("hex")
    const earlier = await claim(db, actor, key, fingerprint)
    if (earlier) return repeat(earlier, fingerprint)
    try {
      await next()
    } finally {
      await keepAnswer(db, actor, key, c.res)
    }
  }
}

interface Earlier {
  fingerprint: string
  status: number | null
  body: string | null
}

/** Takes the key for this request, or gives what is known of the one that took it. */
async function claim(db: Database, actor: string, key: string, fingerprint: string): Promise<Earlier | null> {
  const { sql: query, now } = db.read
  const taken = await sql`
    insert into repeated_requests (actor, key, fingerprint, at) values (${actor}, ${key}, ${fingerprint}, ${now})
    on conflict do nothing returning key`.execute(query)
  if (taken.rows.length) return null
  const found = await sql<Earlier>`select fingerprint, status, body from repeated_requests where actor = ${actor} and key = ${key}`.execute(
    query,
  )
  return found.rows[0] ?? null
}

function repeat(earlier: Earlier, fingerprint: string): Response {
  if (earlier.fingerprint !== fingerprint) throw new Invalid("request.keyReused")
  if (earlier.status === null) throw new Conflict("request.stillRunning")
  if (earlier.body === null) throw new Conflict("request.toldOnce")
  const type = earlier.status >= 400 ? "application/problem+json; charset=utf-8" : "application/json; charset=utf-8"
  return new Response(earlier.body, { status: earlier.status, headers: { "content-type": type, "idempotent-replay": "true" } })
}

/** Keeps what was answered. A fault of ours is not an answer: the same key may try again. */
async function keepAnswer(db: Database, actor: string, key: string, answer: Response | undefined): Promise<void> {
  const { sql: query } = db.read
  if (!answer || answer.status >= 500 || answer.status === 404 || answer.status === 401) {
    await sql`delete from repeated_requests where actor = ${actor} and key = ${key}`.execute(query)
    return
  }
  // A secret that is told once (a token, a link) says that it must not be stored: it isn't kept here either.
  const secret = answer.headers.get("cache-control")?.includes("no-store") ?? false
  const body = secret ? null : await answer.clone().text()
  await sql`update repeated_requests set status = ${answer.status}, body = ${body} where actor = ${actor} and key = ${key}`.execute(query)
}

/** Forgets what is older than a day; called by a job. */
export async function forgetRepeatedRequests(db: Database): Promise<void> {
  const { sql: query, now } = db.read
  await sql`delete from repeated_requests where at < ${new Date(now.getTime() - 86_400_000)}`.execute(query)
}
