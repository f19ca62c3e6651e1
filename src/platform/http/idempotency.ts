import { createHash } from "node:crypto"
import type { Context, MiddlewareHandler } from "hono"
import type { Database } from "../database/database.ts"
import { Conflict, Invalid } from "../errors.ts"
import { errorFields, type Log } from "../log.ts"
import { DONE, inHand, type InHand } from "./in-hand.ts"
import { claim, type Earlier, find, forget, keep, release } from "./kept-answers.ts"
import { isToldOnce } from "./told-once.ts"

/**
 * `Idempotency-Key` on any POST (draft-ietf-httpapi-idempotency-key-header): the first answer is kept for a day and given again to
 * the same request, a refusal like any other. The same key with another request is refused (422); while the first is still being
 * answered: 409. A request that was carried out and whose answer was lost with its process isn't carried out again: 409, which says so.
 */
export function idempotency(db: Database, log: Log, actorOf: (c: Context) => string | null): MiddlewareHandler {
  const running = new Set<string>()
  return async (c, next) => {
    const key = c.req.header("idempotency-key")
    const actor = actorOf(c)
    if (c.req.method !== "POST" || !key || !actor) return next()
    if (key.length > 200) throw new Invalid("request.idempotencyKey")
    const body = Buffer.from(await c.req.arrayBuffer())
    const fingerprint = createHash("sha256").update(`${c.req.method} ${c.req.path}\n`).update(body).digest("hex")
    const request: InHand = { actor, key, open: true }
    const name = JSON.stringify([actor, key])
    if (running.has(name)) {
      const earlier = await find(db, request)
      if (!earlier) throw new Conflict("request.stillRunning")
      return repeat(earlier, fingerprint)
    }
    running.add(name)
    try {
      const earlier = await claim(db, request, fingerprint)
      // Nobody answers it, and none of its work was committed: its process died, and this is its second try.
      const left = earlier?.status === null && earlier.fingerprint === fingerprint
      if (earlier && !left) return repeat(earlier, fingerprint)
      await inHand.run(request, next)
      await keepAnswer(db, request, c).catch((error: unknown) => log.warn("http.answer-not-kept", errorFields(error)))
    } finally {
      request.open = false
      running.delete(name)
    }
  }
}

function repeat(earlier: Earlier, fingerprint: string): Response {
  if (earlier.fingerprint !== fingerprint) throw new Invalid("request.keyReused")
  if (earlier.status === null) throw new Conflict("request.stillRunning")
  if (earlier.status === DONE) throw new Conflict("request.answerLost")
  if (earlier.body === null) throw new Conflict("request.toldOnce")
  const type = earlier.status >= 400 ? "application/problem+json; charset=utf-8" : "application/json; charset=utf-8"
  const headers = { "idempotent-replay": "true", ...(earlier.body === "" ? {} : { "content-type": type }) }
  return new Response(earlier.body || null, { status: earlier.status, headers })
}

/** Refusals of who asks and how often, not of what is asked; and what isn't there may come. */
const OF_THE_MOMENT = new Set([401, 403, 404, 413, 429])

/**
 * Keeps what was answered. A fault of ours is no answer, nor is what can't be kept (a stream): the same key may try again, unless the work
 * was done.
 */
async function keepAnswer(db: Database, request: InHand, c: Context): Promise<void> {
  const answer = c.res
  if (OF_THE_MOMENT.has(answer.status)) return forget(db, request)
  if (answer.status >= 500) return release(db, request)
  if (isToldOnce(c.req.raw) && answer.ok) return keep(db, request, answer.status, null)
  const body = await textOf(answer)
  await (body === null ? release(db, request) : keep(db, request, answer.status, body))
}

/** Null for what is no text to keep, such as a stream. */
async function textOf(answer: Response): Promise<string | null> {
  const type = answer.headers.get("content-type")
  return type === null || /\bjson\b/.test(type) ? answer.clone().text() : null
}
