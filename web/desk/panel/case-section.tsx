import { useQuery } from "@tanstack/react-query"
import { standAgain } from "../actions/stand-again.ts"
import { statusesQuery } from "../api/case-settings.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { post } from "../api/request.ts"
import { inboxesQuery } from "../api/settings.ts"
import type { Case, Priority } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { FormErrors } from "../parts/form-errors.ts"
import { InPlace } from "../parts/in-place.tsx"
import { useMayAct } from "../shell/me.ts"
import { statusName } from "../words/status-name.ts"
import { useWords } from "../words/use-words.ts"
import { Facts } from "./facts.tsx"
import { FollowersField } from "./followers-field.tsx"
import { Section } from "./section.tsx"
import { TagsField } from "./tags-field.tsx"
import { useCaseEdits } from "./use-case-edits.ts"

const PRIORITIES: readonly Priority[] = ["low", "normal", "high", "urgent"]

/** Where the case stands. Everything is changed where it is read, and can be taken back. */
export function CaseSection({ one }: { one: Case }) {
  const { say, moment } = useWords()
  const may = useMayAct()
  const inboxes = (useQuery(inboxesQuery).data ?? []).filter(({ id }) => one.inboxIds.includes(id))
  return (
    <Section title={say("panel.case")}>
      {may ? (
        <CaseFields one={one} />
      ) : (
        <Facts
          facts={[
            [say("case.status"), one.status.name],
            [say("case.owner"), one.owner?.name ?? say("assign.nobody")],
            [say("case.team"), one.team?.name ?? say("assign.noTeam")],
            [say("case.priority"), say(`priority.${one.priority}`)],
          ]}
        />
      )}
      <TagsField one={one} />
      <FollowersField one={one} />
      <Facts
        facts={[
          [say("case.inbox"), inboxes.map(({ address }) => address).join(", ")],
          [say("case.opened"), moment(one.createdAt)],
          ...(one.resolvedAt ? [[say("case.resolvedAt"), moment(one.resolvedAt)] as const] : []),
        ]}
      />
    </Section>
  )
}

function CaseFields({ one }: { one: Case }) {
  const { say, language } = useWords()
  const { errors, edit, change } = useCaseEdits(one)
  const statuses = useQuery(statusesQuery).data ?? []
  const agents = useQuery(agentsQuery).data ?? []
  const teams = useQuery(teamsQuery).data ?? []
  const choosable = statuses.filter(({ id, category }) => category !== "snoozed" || id === one.status.id)
  const owners = agents.filter((agent) => (!agent.disabled && agent.role !== "observer") || agent.id === one.owner?.id)
  const path = `/api/cases/${one.id}/status`
  return (
    <FormErrors value={errors}>
      <div className="panel-fields">
        <InPlace
          label={say("case.subject")}
          name="subject"
          value={one.subject}
          nothing={say("case.noSubject")}
          onSave={(subject) => change("subject", say("case.subject"), { subject }, { subject: one.subject })}
        />
        <Choice
          label={say("case.status")}
          name="status"
          value={one.status.id}
          options={
            choosable.length
              ? choosable.map((status) => ({ value: status.id, label: statusName(status, language) }))
              : [{ value: one.status.id, label: one.status.name }]
          }
          onChange={(statusId) =>
            void edit({
              name: "status",
              send: () => post<Case>(path, { statusId }),
              back: (now) => standAgain(one, now),
              said: say("panel.changed", { what: say("case.status") }),
            })
          }
        />
        <Choice
          label={say("case.owner")}
          name="ownerId"
          value={one.owner?.id ?? ""}
          options={[{ value: "", label: say("assign.nobody") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => void change("ownerId", say("case.owner"), { ownerId: id || null }, { ownerId: one.owner?.id ?? null })}
        />
        <Choice
          label={say("case.team")}
          name="teamId"
          value={one.team?.id ?? ""}
          options={[{ value: "", label: say("assign.noTeam") }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => void change("teamId", say("case.team"), { teamId: id || null }, { teamId: one.team?.id ?? null })}
        />
        <Choice
          label={say("case.priority")}
          name="priority"
          value={one.priority}
          options={PRIORITIES.map((value) => ({ value, label: say(`priority.${value}`) }))}
          onChange={(priority) => void change("priority", say("case.priority"), { priority }, { priority: one.priority })}
        />
      </div>
    </FormErrors>
  )
}
