import { useQuery } from "@tanstack/react-query"
import { useAct } from "../actions/use-act.ts"
import { statusesQuery } from "../api/cases.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { inboxesQuery } from "../api/settings.ts"
import type { Case, Priority } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { useMayAct } from "../shell/me.ts"
import { statusName } from "../words/status-name.ts"
import { useWords } from "../words/use-words.ts"
import { Facts } from "./facts.tsx"
import { Section } from "./section.tsx"
import { TagsField } from "./tags-field.tsx"

const PRIORITIES: readonly Priority[] = ["low", "normal", "high", "urgent"]

export function CaseSection({ one }: { one: Case }) {
  const { say, language, moment } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const statuses = useQuery(statusesQuery).data ?? []
  const agents = useQuery(agentsQuery).data ?? []
  const teams = useQuery(teamsQuery).data ?? []
  const inboxes = (useQuery(inboxesQuery).data ?? []).filter(({ id }) => one.inboxIds.includes(id))
  const choosable = statuses.filter(({ id, category }) => category !== "snoozed" || id === one.status.id)
  const followers = one.followers.map((id) => agents.find((agent) => agent.id === id)?.name).filter((name) => name !== undefined)
  return (
    <Section title={say("panel.case")}>
      {may ? (
        <div className="panel-fields">
          <Choice
            label={say("case.status")}
            name="status"
            value={one.status.id}
            options={
              choosable.length
                ? choosable.map((status) => ({ value: status.id, label: statusName(status, language) }))
                : [{ value: one.status.id, label: one.status.name }]
            }
            onChange={(statusId) => void act.run(`/api/cases/${one.id}/status`, { statusId })}
          />
          <Choice
            label={say("case.priority")}
            name="priority"
            value={one.priority}
            options={PRIORITIES.map((value) => ({ value, label: say(`priority.${value}`) }))}
            onChange={(priority) => void act.change({ priority }, { priority })}
          />
          <Choice
            label={say("case.team")}
            name="team"
            value={one.team?.id ?? ""}
            options={[{ value: "", label: say("assign.noTeam") }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(id) => void act.change({ teamId: id || null }, { team: teams.find((team) => team.id === id) ?? null })}
          />
        </div>
      ) : (
        <Facts
          facts={[
            [say("case.status"), one.status.name],
            [say("case.priority"), say(`priority.${one.priority}`)],
            [say("case.team"), one.team?.name ?? say("assign.noTeam")],
          ]}
        />
      )}
      <TagsField one={one} />
      <Facts
        facts={[
          [say("case.owner"), one.owner?.name ?? say("assign.nobody")],
          [say("case.inbox"), inboxes.map(({ address }) => address).join(", ")],
          [say("case.followers"), followers.join(", ")],
          [say("case.opened"), moment(one.createdAt)],
          ...(one.resolvedAt ? [[say("case.resolvedAt"), moment(one.resolvedAt)] as const] : []),
        ]}
      />
    </Section>
  )
}
