import { isId, type Reader } from "#platform"
import { type SystemActor, systemActor } from "#people"
import { rulesRoom } from "./tables.ts"

const PREFIX = "system:rule:"

/** A rule that acts: rows and facts name it `system:rule:ID`. */
export function ruleActor(ruleId: string): SystemActor {
  return systemActor(`rule:${ruleId}`)
}

/** Which rule did it; null: somebody or something else. */
export function ruleOf(ref: string): string | null {
  return ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : null
}

/** Names of the rules among these actors, by how rows name them. */
export async function ruleNames(reader: Reader, refs: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(refs.flatMap((ref) => ruleOf(ref) ?? []))].filter(isId)
  if (ids.length === 0) return new Map()
  const rows = await rulesRoom(reader).selectFrom("automation_rules").select(["id", "name"]).where("id", "in", ids).execute()
  return new Map(rows.map(({ id, name }) => [PREFIX + id, name]))
}
