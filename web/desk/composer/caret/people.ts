import { agentsQuery, teamsQuery } from "../../api/people.ts"
import type { CaretSource } from "./caret-source.ts"
import { fits } from "./called.ts"

/** Colleagues and teams, in notes: whoever is called hears of it and follows the case. */
export const people: CaretSource = {
  sign: "@",
  kinds: ["note"],
  least: 0,
  label: ({ say }) => say("caret.people"),
  search: async (typed, { client, words }) => {
    const [agents, teams] = await Promise.all([client.ensureQueryData(agentsQuery), client.ensureQueryData(teamsQuery)])
    return [
      ...agents
        .filter(({ name, disabled }) => !disabled && name && fits(typed, name))
        .map(({ id, name }) => ({ id, words: name, icon: "person" as const })),
      ...teams
        .filter(({ name }) => fits(typed, name))
        .map(({ id, name, agentIds }) => ({
          id,
          words: name,
          detail: words.say("caret.teamOf", { count: agentIds.length }),
          icon: "team" as const,
        })),
    ]
  },
  insert: ({ words }) => Promise.resolve(`@${words} `),
}
