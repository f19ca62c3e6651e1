import { useQuery } from "@tanstack/react-query"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Menu, type Act } from "../parts/menu.tsx"
import { useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { useAct } from "./use-act.ts"

export function AssignMenu({ one, open, onOpen }: { one: Case; open: boolean; onOpen: (open: boolean) => void }) {
  const { say } = useWords()
  const me = useMe()
  const act = useAct(one)
  const agents = useQuery(agentsQuery).data ?? []
  const teams = useQuery(teamsQuery).data ?? []
  const give = (agent: { id: string; name: string } | null): void =>
    void act.change(
      { ownerId: agent?.id ?? null },
      { ownerId: one.owner?.id ?? null },
      { owner: agent },
      agent ? say("done.assigned", { name: agent.name }) : say("done.unassigned"),
    )
  const others = () => agents.filter((agent) => agent.id !== me.id && !agent.disabled && agent.role !== "observer")
  const acts = (): Act[] => [
    { id: "me", words: say("assign.me"), icon: "mine", detail: me.name, current: one.owner?.id === me.id, do: () => give(me) },
    { id: "nobody", words: say("assign.nobody"), icon: "unassigned", current: one.owner === null, do: () => give(null) },
    ...others().map((agent) => ({ id: agent.id, words: agent.name, current: one.owner?.id === agent.id, do: () => give(agent) })),
    ...teams.map((team) => ({
      id: team.id,
      words: team.name,
      icon: "team" as const,
      current: one.team?.id === team.id,
      do: () =>
        void act.change(
          { teamId: one.team?.id === team.id ? null : team.id },
          { teamId: one.team?.id ?? null },
          { team: one.team?.id === team.id ? null : team },
          say("done.assigned", { name: team.name }),
        ),
    })),
  ]
  return (
    <Menu
      label={say("act.assign")}
      open={open}
      onOpen={onOpen}
      acts={acts}
      button={
        <Button icon="assign" command="case.assign">
          {one.owner ? one.owner.name : say("act.assign")}
        </Button>
      }
    />
  )
}
