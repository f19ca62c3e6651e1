import { useQuery } from "@tanstack/react-query"
import type { RuleAction } from "../../api/automation.ts"
import { templatesQuery } from "../../api/templates.ts"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"

type Writing = Extract<RuleAction, { do: "draft" | "send" }>

/** The words of an answer: a template's, or one's own. */
export function WordsOfAction({ action, name, onChange }: { action: Writing; name: string; onChange: (action: RuleAction) => void }) {
  const { say } = useWords()
  const templates = (useQuery(templatesQuery).data ?? []).filter(({ reach }) => reach !== "personal")
  return (
    <div className="rule-writing">
      <Choice
        hideLabel
        label={say("rules.template")}
        name={name}
        value={action.templateId ?? ""}
        onChange={(id) => onChange({ ...action, templateId: id || null, text: id ? null : "" })}
        options={[{ value: "", label: say("rules.ownText") }, ...templates.map((one) => ({ value: one.id, label: one.name }))]}
      />
      {action.templateId === null && (
        <Field
          hideLabel
          label={say("rules.text")}
          name={`${name}-text`}
          rows={4}
          value={action.text ?? ""}
          onChange={(text) => onChange({ ...action, text })}
        />
      )}
      {action.do === "send" && <span className="help">{say("rules.sendHelp")}</span>}
    </div>
  )
}
