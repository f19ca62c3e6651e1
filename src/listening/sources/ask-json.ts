import type { z } from "zod"
import { waitOf } from "#places"
import type { SafeFetchOptions } from "#platform"
import { answerTrouble } from "./answer-trouble.ts"
import { oneAtATime } from "./one-at-a-time.ts"
import type { SourceGround } from "./source-ground.ts"
import { SourceTrouble } from "./source.ts"

export interface JsonAnswer<T> {
  value: T
  headers: Headers
  /** Until when the source wants to be left alone, after this answer. */
  waits: Date | null
}

/** What an answer's body tells of a trouble that its status doesn't. */
export type Judge = (status: number, body: unknown, now: Date) => SourceTrouble | null

/** Asks a place for JSON of this shape. @throws SourceTrouble for whatever else it answers */
export async function askJson<T>(
  ground: SourceGround,
  url: string,
  shape: z.ZodType<T>,
  { judge, ...options }: SafeFetchOptions & { judge?: Judge } = {},
): Promise<JsonAnswer<T>> {
  const headers = { accept: "application/json", "user-agent": ground.agent, ...options.headers }
  const answer = await oneAtATime(ground.outbound, url, () => ground.outbound.get(url, { timeoutMs: 20_000, ...options, headers }))
  const now = ground.clock.now()
  const body = parsed(answer.body)
  const trouble = judge?.(answer.status, body, now) ?? answerTrouble(answer, now)
  if (trouble) throw trouble
  const read = shape.safeParse(body)
  if (!read.success) throw new SourceTrouble("unreadable", { remark: { key: "listening.remark.otherwise" }, cause: read.error })
  return { value: read.data, headers: answer.headers, waits: waitOf(answer, now) }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return undefined // told apart by the shape
  }
}
