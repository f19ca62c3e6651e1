import { useQuery } from "@tanstack/react-query"
import { agentsQuery, teamsQuery } from "../../api/people.ts"
import type { SocialAccount } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { MultiChoice } from "../../parts/multi-choice.tsx"
import { useFieldError } from "../../parts/form-errors.ts"
import { useWords } from "../../words/use-words.ts"

export type Leave = Pick<SocialAccount, "approval" | "approvalTeams" | "approvers">

const APPROVALS = ["nobody", "everybody", "teams"] as const

/** Whose answers wait for a second person, and who that may be. */
export function ApprovalFields({ leave, onChange }: { leave: Leave; onChange: (leave: Leave) => void }) {
  const { say } = useWords()
  const teams = useQuery(teamsQuery).data ?? []
  const agents = (useQuery(agentsQuery).data ?? []).filter(({ disabled, role }) => !disabled && role !== "observer")
  const problem = useFieldError("approvalTeams")
  return (
    <>
      <Choice
        label={say("social.approval")}
        name="approval"
        value={leave.approval}
        onChange={(approval) => onChange({ ...leave, approval })}
        options={APPROVALS.map((value) => ({ value, label: say(`social.approval.${value}`) }))}
      />
      {leave.approval === "teams" && (
        <div className="field">
          <span className="label" aria-hidden="true">
            {say("social.teams")}
          </span>
          <MultiChoice
            label={say("social.teams")}
            nothing={say("social.teamsNone")}
            values={leave.approvalTeams}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(approvalTeams) => onChange({ ...leave, approvalTeams })}
            invalid={problem !== null}
          />
          {problem && <span className="field-problem">{problem}</span>}
        </div>
      )}
      {leave.approval !== "nobody" && (
        <div className="field">
          <span className="label" aria-hidden="true">
            {say("social.approvers")}
          </span>
          <MultiChoice
            label={say("social.approvers")}
            nothing={say("social.approversNone")}
            values={leave.approvers}
            options={agents.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(approvers) => onChange({ ...leave, approvers })}
          />
          <span className="help">{say("social.approversHelp")}</span>
        </div>
      )}
    </>
  )
}
