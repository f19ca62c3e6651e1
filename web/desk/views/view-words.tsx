import { useQuery } from "@tanstack/react-query"
import { Radio, RadioGroup } from "react-aria-components"
import { teamsQuery } from "../api/people.ts"
import { Choice } from "../parts/choice.tsx"
import { Icon } from "../parts/icon.tsx"
import { useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import type { Draft } from "./draft.ts"
import { VIEW_ICONS } from "./view-icons.ts"

const SORTS = ["newest", "waiting", "deadline", "risk"] as const

/** In which order, for whom, and with which drawing. */
export function ViewWords({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { say } = useWords()
  const me = useMe()
  const teams = useQuery(teamsQuery).data ?? []
  const leads = me.role === "lead" || me.role === "admin"
  const mine = teams.filter((team) => leads || team.agentIds.includes(me.id))
  const shared = [
    { value: "me", label: say("views.shared.me") },
    ...(me.role === "observer" ? [] : mine.map(({ id, name }) => ({ value: id, label: say("views.shared.team", { name }) }))),
    ...(leads || draft.shared === "everybody" ? [{ value: "everybody", label: say("views.shared.everybody") }] : []),
  ]
  return (
    <div className="view-words">
      <Choice
        label={say("views.sort")}
        name="sort"
        value={draft.sort}
        options={SORTS.map((value) => ({ value, label: say(`sort.${value}`) }))}
        onChange={(sort) => onChange({ sort })}
      />
      <Choice
        label={say("views.shared")}
        name="shared"
        value={draft.shared}
        options={shared}
        onChange={(value) => onChange({ shared: value })}
      />
      <RadioGroup
        className="view-icons"
        aria-label={say("views.icon")}
        orientation="horizontal"
        value={draft.icon}
        onChange={(icon) => onChange({ icon })}
      >
        {VIEW_ICONS.map((icon) => (
          <Radio key={icon} className="view-icon" value={icon} aria-label={say(`views.icon.${icon}`)}>
            <Icon name={icon} />
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}
