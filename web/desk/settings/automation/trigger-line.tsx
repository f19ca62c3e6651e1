import type { RuleTrigger } from "../../api/automation.ts"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"
import { useNames } from "./use-names.ts"

const WHEN = [
  "first",
  "message",
  "opened",
  "status",
  "assigned",
  "tag",
  "silence",
  "deadline",
  "promise-due",
  "promise-broken",
  "snooze-over",
  "fact",
] as const
type When = (typeof WHEN)[number]
const FACTS = ["order", "delivery", "payment", "outage", "other"] as const

/** When … */
export function TriggerLine({ trigger, onChange }: { trigger: RuleTrigger; onChange: (trigger: RuleTrigger) => void }) {
  const { say } = useWords()
  const { categories } = useNames()
  const when: When = trigger.on === "message" ? (trigger.first ? "first" : "message") : trigger.on
  return (
    <div className="rule-line">
      <Choice
        hideLabel
        label={say("rules.when")}
        name="trigger"
        value={when}
        onChange={(next) => onChange(beginning(next))}
        options={WHEN.map((value) => ({ value, label: say(`rules.trigger.${value}`) }))}
      />
      {"hours" in trigger && (
        <Field
          hideLabel
          label={say("rules.hours")}
          name="trigger.hours"
          type="number"
          value={String(trigger.hours)}
          onChange={(text) => onChange({ ...trigger, hours: Number(text) })}
        />
      )}
      {trigger.on === "tag" && (
        <Field
          hideLabel
          label={say("rules.tag")}
          placeholder={say("rules.tag")}
          name="trigger.tag"
          value={trigger.tag}
          onChange={(tag) => onChange({ on: "tag", tag })}
        />
      )}
      {trigger.on === "status" && (
        <Choice
          hideLabel
          label={say("rules.status")}
          name="trigger.to"
          value={trigger.to ?? ""}
          onChange={(to) => onChange({ on: "status", to: categories.some(({ value }) => value === to) ? (to as "open") : null })}
          options={[{ value: "", label: say("rules.anyStatus") }, ...categories]}
        />
      )}
      {trigger.on === "fact" && (
        <Choice
          hideLabel
          label={say("rules.kind")}
          name="trigger.kind"
          value={trigger.kind ?? ""}
          onChange={(kind) => onChange({ on: "fact", kind: FACTS.find((known) => known === kind) ?? null })}
          options={[{ value: "", label: say("rules.anyKind") }, ...FACTS.map((value) => ({ value, label: say(`rules.fact.${value}`) }))]}
        />
      )}
    </div>
  )
}

function beginning(when: When): RuleTrigger {
  switch (when) {
    case "first":
    case "message":
      return { on: "message", first: when === "first" }
    case "status":
      return { on: "status", to: null }
    case "tag":
      return { on: "tag", tag: "" }
    case "silence":
    case "deadline":
    case "promise-due":
      return { on: when, hours: 4 }
    case "fact":
      return { on: "fact", kind: null }
    default:
      return { on: when }
  }
}
