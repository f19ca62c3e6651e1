import type { Problem, Values } from "../errors.ts"
import { TooMany } from "../errors.ts"

/** A problem document (RFC 9457) in the reader's language; `fields` says what is wrong beside each field. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  key: string
  fields?: { path: string; detail: string; key: string; at?: { start: number; end: number } }[]
}

/** Turns a key and its values into a sentence. */
export type Say = (key: string, values: Values) => string

export function problemDocument(problem: Problem, say: Say): ProblemDocument {
  return {
    type: `about:blank#${problem.key}`,
    title: say(`status.${problem.status}`, {}),
    status: problem.status,
    detail: say(problem.key, problem.values),
    key: problem.key,
    ...(problem.fields.length
      ? {
          fields: problem.fields.map(({ path, key, values, at }) => ({ path, key, detail: say(key, values ?? {}), ...(at ? { at } : {}) })),
        }
      : {}),
  }
}

export function problemResponse(problem: Problem, say: Say): Response {
  const headers: Record<string, string> = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" }
  if (problem instanceof TooMany) headers["retry-after"] = String(problem.retryAfter)
  return new Response(JSON.stringify(problemDocument(problem, say)), { status: problem.status, headers })
}
