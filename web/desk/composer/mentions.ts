import type { Agent } from "../api/types.ts"

/** The colleagues whom a note calls: `@Ines`, `@Ines Okafor`. A first name calls somebody only when one colleague has it. */
export function mentionsIn(text: string, agents: readonly Agent[]): Agent[] {
  const said = text.toLocaleLowerCase()
  return agents.filter((agent) => {
    const name = agent.name.toLocaleLowerCase()
    const first = name.split(" ")[0] ?? name
    const alone =
      agents.filter((other) => other.name.toLocaleLowerCase().startsWith(`${first} `) || other.name.toLocaleLowerCase() === first)
        .length === 1
    return name !== "" && (said.includes(`@${name}`) || (alone && new RegExp(`@${escape(first)}(?![\\p{L}\\p{N}])`, "u").test(said)))
  })
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
