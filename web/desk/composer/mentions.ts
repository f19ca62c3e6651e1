/** A colleague or a team, as far as calling them goes. */
interface Callable {
  id: string
  name: string
}

export interface Called<Person extends Callable, Group extends Callable> {
  people: Person[]
  teams: Group[]
}

/**
 * Whom a note calls: `@Ines`, `@Ines Okafor`, `@Care`. A first name calls somebody only when one colleague has it; a name that begins another
 * ("@Care" before "@Care Lyon") calls the longer one.
 */
export function mentionsIn<Person extends Callable, Group extends Callable>(
  text: string,
  agents: readonly Person[],
  teams: readonly Group[],
): Called<Person, Group> {
  let rest = text.toLocaleLowerCase()
  const take = (name: string): boolean => {
    const called = new RegExp(`@${escape(name.toLocaleLowerCase())}(?![\\p{L}\\p{N}])`, "gu")
    if (name === "" || !called.test(rest)) return false
    rest = rest.replace(called, " ")
    return true
  }
  const whole = [...agents, ...teams].sort((a, b) => b.name.length - a.name.length)
  const taken = new Set(whole.filter(({ name }) => take(name)).map(({ id }) => id))
  const firsts = agents.filter(({ id, name }) => !taken.has(id) && alone(name, agents) && take(firstOf(name)))
  for (const { id } of firsts) taken.add(id)
  return { people: agents.filter(({ id }) => taken.has(id)), teams: teams.filter(({ id }) => taken.has(id)) }
}

const firstOf = (name: string): string => name.split(" ")[0] ?? name

function alone(name: string, agents: readonly Callable[]): boolean {
  const first = firstOf(name).toLocaleLowerCase()
  return agents.filter((other) => firstOf(other.name).toLocaleLowerCase() === first).length === 1
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
