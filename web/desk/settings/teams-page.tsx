import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { patch } from "../api/request.ts"
import type { Team } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Field } from "../parts/field.tsx"
import { useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { ListOf } from "./list-of.tsx"
import { Page } from "./page.tsx"
import { atLeast } from "./pages.ts"
import { useChange } from "./use-change.ts"

export function TeamsPage() {
  const { say, list } = useWords()
  const leads = atLeast(useMe().role, "lead")
  const { removing } = useChange("teams")
  const agents = useQuery(agentsQuery).data ?? []
  const [editing, setEditing] = useState<Team | "new" | null>(null)
  return (
    <Page
      title={say("settings.teams")}
      explain={say("teams.explain")}
      act={
        leads && (
          <Button kind="main" icon="plus" onPress={() => setEditing("new")}>
            {say("teams.add")}
          </Button>
        )
      }
    >
      <ListOf
        found={useQuery(teamsQuery)}
        empty={say("teams.none")}
        row={(team) => (
          <>
            <div className="card-words">
              <strong>{team.name}</strong>
              <span>{list(agents.filter(({ id }) => team.agentIds.includes(id)).map(({ name }) => name)) || say("teams.nobody")}</span>
            </div>
            {leads && (
              <>
                <Button kind="quiet" onPress={() => setEditing(team)}>
                  {say("act.change")}
                </Button>
                <Button
                  kind="danger"
                  onPress={() =>
                    removing({ path: `/api/teams/${team.id}`, name: team.name, lost: say("teams.lost"), said: say("teams.removed") })
                  }
                >
                  {say("act.remove")}
                </Button>
              </>
            )}
          </>
        )}
      />
      {editing && <TeamDialog team={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { say } = useWords()
  const { refresh } = useChange("teams")
  const agents = (useQuery(agentsQuery).data ?? []).filter(({ disabled }) => !disabled)
  return (
    <EditDialog
      title={team ? team.name : say("teams.add")}
      onClose={onClose}
      onSave={async (values) => {
        const body = { name: values.text("name"), signature: values.text("signature"), agentIds: values.all("agent") }
        await (team ? patch(`/api/teams/${team.id}`, body) : values.post("/api/teams", body))
        await refresh()
      }}
    >
      <Field label={say("teams.name")} name="name" first={team?.name ?? ""} required autoFocus />
      <Field label={say("inboxes.signature")} name="signature" first={team?.signature ?? ""} rows={3} />
      <fieldset className="checks">
        <legend className="label">{say("teams.members")}</legend>
        {agents.map((agent) => (
          <label key={agent.id} className="plain-check">
            <input type="checkbox" name="agent" value={agent.id} defaultChecked={team?.agentIds.includes(agent.id) ?? false} />
            {agent.name}
          </label>
        ))}
      </fieldset>
    </EditDialog>
  )
}
