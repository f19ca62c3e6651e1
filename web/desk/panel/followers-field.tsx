import { useQuery } from "@tanstack/react-query"
import { agentsQuery } from "../api/people.ts"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Button } from "../parts/button.tsx"
import { FieldProblem } from "../parts/field-problem.tsx"
import { Menu } from "../parts/menu.tsx"
import { useMayAct, useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"

/** Who hears of the case without owning it. */
export function FollowersField({ one }: { one: Case }) {
  const { say } = useWords()
  const me = useMe()
  const may = useMayAct()
  const { errors, edit } = useCaseEdits(one)
  const agents = useQuery(agentsQuery).data ?? []
  const followers = one.followers.flatMap((id) => agents.find((agent) => agent.id === id) ?? [])
  const others = agents.filter(({ id, disabled }) => !disabled && !one.followers.includes(id))
  const path = `/api/cases/${one.id}/followers`
  const change = (how: "add" | "remove", agent: { id: string; name: string }): void =>
    void edit({
      name: "followers",
      send: () => post(path, { [how]: [agent.id] }),
      back: () => post(path, { [how === "add" ? "remove" : "add"]: [agent.id] }),
      said: say(how === "add" ? "followers.added" : "followers.removed", { name: agent.name }),
    })
  return (
    <div className="followers">
      <p className="label">{say("case.followers")}</p>
      <ul className="tag-list" aria-label={say("case.followers")}>
        {followers.map((agent) => (
          <li key={agent.id} className="tag">
            <Avatar name={agent.name} />
            {agent.id === me.id ? say("followers.me") : agent.name}
            {may && (
              <Button bare kind="quiet" icon="close" onPress={() => change("remove", agent)}>
                {say("followers.remove", { name: agent.name })}
              </Button>
            )}
          </li>
        ))}
        {may && others.length > 0 && (
          <li>
            <Menu
              label={say("followers.add")}
              button={
                <Button bare kind="quiet" icon="plus">
                  {say("followers.add")}
                </Button>
              }
              acts={others
                .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id))
                .map((agent) => ({
                  id: agent.id,
                  words: agent.id === me.id ? say("followers.me") : agent.name,
                  icon: "person" as const,
                  do: () => change("add", agent),
                }))}
            />
          </li>
        )}
      </ul>
      <FieldProblem>{errors["followers"]}</FieldProblem>
    </div>
  )
}
