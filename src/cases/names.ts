import { agentNames, teamsByIds } from "#people"
import type { Reader } from "#platform"
import { ruleNames } from "./rules/rule-actor.ts"

/** Names of teams by their ids. */
export async function teamNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await teamsByIds(reader, ids)).map(({ id, name }) => [id, name]))
}

/** Who did something, as rows name them (`agent:ID`, `system:clock`), with the names of agents. */
export interface Doer {
  ref: string
  name: string | null
}

/** Names for the actors of rows, disabled agents and rules included. */
export async function doers(reader: Reader, refs: readonly string[]): Promise<(ref: string) => Doer> {
  const ids = [...new Set(refs.flatMap((ref) => (ref.startsWith("agent:") ? [ref.slice(6)] : [])))]
  const [names, rules] = await Promise.all([agentNames(reader, ids), ruleNames(reader, refs)])
  return (ref) => ({ ref, name: names.get(ref.slice(6)) ?? rules.get(ref) ?? null })
}
