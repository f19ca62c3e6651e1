import type { z } from "@hono/zod-openapi"
import { type FieldProblem, Invalid } from "#platform"
import { kindOf } from "./kinds.ts"
import type { Json, SourceKind } from "./source.ts"

export interface NewSource {
  kind: string
  settings: unknown
  /** Left out: the one that stands, or none. */
  secret?: unknown
  name?: string | undefined
  place?: string | undefined
}

export interface CheckedSource {
  kind: SourceKind
  settings: Json
  secret: Json
  name: string
}

/** Settings and secret as their kind has them. @throws Invalid with the path of each that isn't right */
export function checkSource(kinds: readonly SourceKind[], { kind: name, settings, secret, name: given }: NewSource): CheckedSource {
  const kind = kindOf(kinds, name)
  if (!kind) {
    const known = kinds.map((one) => one.kind).join(", ")
    throw new Invalid("request.invalid", {}, [{ path: "kind", key: "field.oneOf", values: { known } }])
  }
  const checked = kind.settings.safeParse(settings)
  const sealed = secret === undefined || secret === null || !kind.secret ? null : kind.secret.safeParse(secret)
  const problems = [...problemsOf("settings", checked), ...(sealed ? problemsOf("secret", sealed) : [])]
  if (problems.length > 0 || !checked.success) throw new Invalid("request.invalid", {}, problems)
  return {
    kind,
    settings: asJson(checked.data),
    secret: sealed?.success ? asJson(sealed.data) : null,
    name: given?.trim() || kind.nameOf(checked.data).slice(0, 200) || kind.kind,
  }
}

function problemsOf(at: string, result: z.ZodSafeParseResult<unknown>): FieldProblem[] {
  if (result.success) return []
  return result.error.issues.map((issue) => ({
    path: [at, ...issue.path.map(String)].join("."),
    key: /^[a-z]+(\.[a-zA-Z]+)+$/.test(issue.message) ? issue.message : "field.invalid",
  }))
}

/** As it will be read back from the table. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}
