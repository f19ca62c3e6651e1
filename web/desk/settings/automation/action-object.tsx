import type { RuleAction } from "../../api/automation.ts"
import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"
import { Picks } from "./picks.tsx"
import { TypedList } from "./typed-list.tsx"
import { useNames } from "./use-names.ts"
import { WordsOfAction } from "./words-of-action.tsx"

/** To whom, with what, for how long. */
export function ActionObject({ action, n, onChange }: { action: RuleAction; n: number; onChange: (action: RuleAction) => void }) {
  const { say } = useWords()
  const names = useNames()
  const name = `object-${n}`
  switch (action.do) {
    case "assign":
      return (
        <Choice
          hideLabel
          label={say("rules.person")}
          name={name}
          value={action.ownerId}
          onChange={(ownerId) => onChange({ ...action, ownerId })}
          options={names.agents}
        />
      )
    case "team":
      return (
        <>
          <Choice
            hideLabel
            label={say("rules.team")}
            name={name}
            value={action.teamId}
            onChange={(teamId) => onChange({ ...action, teamId })}
            options={names.teams}
          />
          <Choice
            hideLabel
            label={say("rules.who")}
            name={`who-${n}`}
            value={action.who}
            onChange={(who) => onChange({ ...action, who })}
            options={(["nobody", "turns", "fewest"] as const).map((value) => ({ value, label: say(`rules.who.${value}`) }))}
          />
          {action.who !== "nobody" && (
            <Check checked={action.present ?? true} onChange={(present) => onChange({ ...action, present })}>
              {say("rules.present")}
            </Check>
          )}
        </>
      )
    case "tag":
    case "untag":
      return <TypedList label={say("rules.tags")} name={name} value={action.tags} onChange={(tags) => onChange({ ...action, tags })} />
    case "priority":
      return (
        <Choice
          hideLabel
          label={say("rules.field.priority")}
          name={name}
          value={action.priority}
          onChange={(priority) => onChange({ ...action, priority })}
          options={(["low", "normal", "high", "urgent"] as const).map((value) => ({ value, label: names.of("priorities", value) }))}
        />
      )
    case "status":
      return (
        <Choice
          hideLabel
          label={say("rules.status")}
          name={name}
          value={action.category}
          onChange={(category) => onChange({ ...action, category })}
          options={(["new", "open", "waiting", "resolved", "spam"] as const).map((value) => ({
            value,
            label: names.of("categories", value),
          }))}
        />
      )
    case "snooze":
      return (
        <Field
          hideLabel
          label={say("rules.hours")}
          name={name}
          type="number"
          value={String(action.hours)}
          onChange={(hours) => onChange({ ...action, hours: Number(hours) })}
        />
      )
    case "follow":
      return (
        <Picks
          label={say("rules.people")}
          options={names.agents}
          value={action.agentIds}
          onChange={(agentIds) => onChange({ ...action, agentIds })}
        />
      )
    case "note":
      return (
        <Field
          hideLabel
          label={say("rules.text")}
          name={name}
          rows={3}
          value={action.text}
          onChange={(text) => onChange({ ...action, text })}
        />
      )
    case "draft":
    case "send":
      return <WordsOfAction action={action} name={name} onChange={onChange} />
    case "webhook":
      return names.webhooks.length ? (
        <Choice
          hideLabel
          label={say("rules.webhook")}
          name={name}
          value={action.webhookId}
          onChange={(webhookId) => onChange({ ...action, webhookId })}
          options={names.webhooks}
        />
      ) : (
        <span className="help">{say("rules.noWebhook")}</span>
      )
  }
}
