import type { z } from "zod"
import { waitOf } from "#places"
import { FetchRefused, MINUTE, type SafeFetchOptions } from "#platform"
import { complaintOf } from "./complaint.ts"
import { PlaceTrouble, type SocialGround } from "./network.ts"

interface Asking {
  method?: SafeFetchOptions["method"]
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as forms are. */
  form?: Readonly<Record<string, string>>
  /** It changes something there: an answer that isn't seen leaves open whether it did. */
  changes?: boolean
  /** What a refusal tells that its status doesn't; null: nothing. */
  judge?: Judge
}

export type Judge = (answer: PlaceAnswer, now: Date, changes: boolean) => PlaceTrouble | null

export interface PlaceAnswer {
  status: number
  /** Undefined where it isn't JSON. */
  body: unknown
  headers: Headers
}

const TIMEOUT = 20_000
/** No connection was made: nothing was said to anybody. */
const NEVER_THERE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"])

/** Asks a place something; gives whatever it answers. @throws PlaceTrouble when it doesn't */
export async function askPlace(ground: SocialGround, url: URL, asking: Asking = {}): Promise<PlaceAnswer> {
  const { method = "GET", headers = {}, changes = false, judge } = asking
  const sent = sentOf(asking)
  const answer = await ground.outbound
    .get(url, {
      method,
      headers: { accept: "application/json", "user-agent": ground.agent, ...(sent ? { "content-type": sent.type } : {}), ...headers },
      ...(sent ? { body: sent.body } : {}),
      timeoutMs: TIMEOUT,
      redirects: changes || sent ? 0 : 3,
    })
    .catch((error: unknown) => {
      throw error instanceof FetchRefused ? unanswered(error, changes) : error
    })
  const answered = { status: answer.status, body: parsed(answer.body), headers: answer.headers }
  const trouble = answer.status < 400 ? null : (judge?.(answered, ground.clock.now(), changes) ?? null)
  if (trouble) throw trouble
  return answered
}

function sentOf({ body, form }: Asking): { type: string; body: string } | null {
  if (form) return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(form).toString() }
  return body === undefined ? null : { type: "application/json", body: JSON.stringify(body) }
}

function unanswered(error: FetchRefused, changes: boolean): PlaceTrouble {
  const { reason } = error
  if (reason === "scheme" || reason === "port" || reason === "credentials" || reason === "address")
    return new PlaceTrouble("refused", "address", "", { cause: error })
  if (reason === "redirects") return new PlaceTrouble("refused", "moved", "", { cause: error })
  const inner = error.cause instanceof Error ? error.cause.cause : null
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : ""
  const isOpen = changes && !NEVER_THERE.has(code)
  return new PlaceTrouble(isOpen ? "uncertain" : "unreachable", isOpen ? "no-answer" : "unreachable", "", { cause: error })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return undefined // told apart by whoever wanted JSON
  }
}

const CODES: Readonly<Record<number, string>> = { 401: "login", 403: "forbidden", 404: "not-there", 410: "not-there", 413: "too-long" }

/** The trouble behind a status that is none of success. */
export function troubleOf(ground: Pick<SocialGround, "clock">, answer: PlaceAnswer, changes: boolean): PlaceTrouble {
  const { status } = answer
  const { words } = complaintOf(answer)
  const now = ground.clock.now()
  const until = waitOf(answer, now)
  if (status === 429 || status === 425)
    return new PlaceTrouble("deferred", "throttled", words, { until: until ?? new Date(now.getTime() + 5 * MINUTE) })
  if (changes && (status === 503 || status === 408)) return new PlaceTrouble("uncertain", "no-answer", words, { until })
  if (status === 408) return new PlaceTrouble("unreachable", "broken", words)
  if (status === 503) return new PlaceTrouble("deferred", "away", words, { until })
  if (status >= 500) return new PlaceTrouble(changes ? "uncertain" : "unreachable", changes ? "no-answer" : "broken", words)
  if (status < 400) return new PlaceTrouble(changes ? "uncertain" : "unreachable", "otherwise", words)
  return new PlaceTrouble("refused", CODES[status] ?? "refused", words)
}

/** An answer of this shape. @throws PlaceTrouble for whatever else it is */
export function read<T>(ground: SocialGround, answer: PlaceAnswer, shape: z.ZodType<T>, changes = false): T {
  if (answer.status < 200 || answer.status >= 300) throw troubleOf(ground, answer, changes)
  const found = shape.safeParse(answer.body)
  // Something was done that can't be read: whether it was what was asked for must be looked up.
  if (!found.success) throw new PlaceTrouble(changes ? "uncertain" : "unreachable", "otherwise", "", { cause: found.error })
  return found.data
}

/** Something was done there, or wasn't there any more. @throws PlaceTrouble */
export function mustBeGone(ground: SocialGround, answer: PlaceAnswer): void {
  if (answer.status !== 404 && answer.status !== 410 && (answer.status < 200 || answer.status >= 300)) throw troubleOf(ground, answer, true)
}
