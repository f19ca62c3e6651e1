import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { agentsQuery } from "../api/people.ts"
import { post } from "../api/request.ts"
import type { Agent } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Button } from "../parts/button.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { useMe } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { AgentDialog } from "./agent-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Once } from "./once.tsx"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

export function AgentsPage() {
  const { say } = useWords()
  const problem = useProblem()
  const me = useMe()
  const admin = me.role === "admin"
  const { doing } = useChange("agents")
  const [editing, setEditing] = useState<Agent | "new" | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const makeLink = (agent: Agent): void =>
    void post<{ url: string }>(`/api/agents/${agent.id}/sign-in-link`).then(
      ({ url }) => setLink(url),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  return (
    <Page
      title={say("settings.agents")}
      explain={say("agents.explain")}
      act={
        admin && (
          <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
            {say("agents.add")}
          </Button>
        )
      }
    >
      <ListOf
        found={useQuery(agentsQuery)}
        empty={say("agents.none")}
        row={(agent) => (
          <>
            <Avatar name={agent.name} />
            <div className="card-words">
              <strong>{agent.name}</strong>
              <bdi>{agent.email}</bdi>
            </div>
            <Tag>{say(`role.${agent.role}`)}</Tag>
            {agent.disabled && <Tag tone="warm">{say("agents.disabled")}</Tag>}
            {!agent.disabled && agent.signedInAt === null && <Tag>{say("agents.invited")}</Tag>}
            {admin && (
              <Menu
                label={say("agents.acts", { name: agent.name })}
                acts={[
                  { id: "change", words: say("act.change"), icon: "settings", do: () => setEditing(agent) },
                  { id: "link", words: say("agents.link"), icon: "link", disabled: agent.disabled, do: () => makeLink(agent) },
                  agent.disabled
                    ? { id: "enable", words: say("agents.enable"), icon: "undo", do: () => doing(post(`/api/agents/${agent.id}/enable`)) }
                    : {
                        id: "disable",
                        words: say("agents.disable"),
                        icon: "close",
                        danger: true,
                        disabled: agent.id === me.id,
                        do: () => doing(post(`/api/agents/${agent.id}/disable`), say("agents.nowDisabled")),
                      },
                ]}
              />
            )}
          </>
        )}
      />
      {editing && <AgentDialog agent={editing === "new" ? null : editing} onClose={() => setEditing(null)} onAdded={makeLink} />}
      {link && <Once title={say("agents.link")} explain={say("agents.linkExplain")} secret={link} onClose={() => setLink(null)} />}
    </Page>
  )
}
