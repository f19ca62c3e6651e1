import { hearClock } from "./server-clock.ts"
import type { Problem } from "./types.ts"

/** The server said no, or wasn't there (`status` 0): carries the problem document. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
  get status(): number {
    return this.problem.status
  }
  /** What is wrong with each field, by its path. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem.fields ?? []).map(({ path, detail }) => [path, detail]))
  }
}

/** Whether the same request may go well a moment later: not while the browser itself knows of no line. */
export function mayPass(error: unknown): boolean {
  return error instanceof Refused && (error.status >= 500 || (error.status === 0 && navigator.onLine))
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

export interface AskOptions {
  signal?: AbortSignal | undefined
  /** Repeats of the same request carry the same key, and are answered once. */
  key?: string
  /** Goes out even when the page goes away. */
  keepalive?: boolean
}

/** @throws Refused, always: whatever else goes wrong on the way is told as one. */
export async function ask<T>(method: Method, path: string, body?: unknown, { signal, key, keepalive }: AskOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": document.documentElement.lang }
  if (body !== undefined && !(body instanceof FormData)) headers["content-type"] = "application/json"
  if (method === "POST") headers["idempotency-key"] = key ?? newKey()
  const asked = Date.now()
  const answer = await fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new Refused({ title: "", detail: "", status: 0, key: "offline" })
  })
  hearClock(answer, asked)
  if (!answer.ok) throw await refusal(answer)
  return (answer.headers.get("content-type")?.includes("json") ? await answer.json() : null) as T
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask<T>("GET", path, undefined, { signal })
export const post = <T>(path: string, body: unknown = {}, key?: string): Promise<T> => ask<T>("POST", path, body, key ? { key } : {})
export const put = <T>(path: string, body: unknown, options: AskOptions = {}): Promise<T> => ask<T>("PUT", path, body, options)
export const patch = <T>(path: string, body: unknown): Promise<T> => ask<T>("PATCH", path, body)
export const remove = <T>(path: string): Promise<T> => ask<T>("DELETE", path)

/** A key for one intention. `crypto.randomUUID` isn't there on plain http. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** Why the server said no. */
export const refusal = async (answer: Response): Promise<Refused> => new Refused(await readProblem(answer))

async function readProblem(answer: Response): Promise<Problem> {
  const nothing = { title: "", detail: "", status: answer.status, key: "unreadable" }
  if (!answer.headers.get("content-type")?.includes("json")) return nothing
  return { ...nothing, ...((await answer.json().catch(() => nothing)) as Partial<Problem>) }
}

/** `?a=1&b=2` of what is given. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  )
  return given.length ? `?${new URLSearchParams(given)}` : ""
}
