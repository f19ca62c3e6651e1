import { Button as AriaButton } from "react-aria-components"
import { post } from "../../api/request.ts"
import type { AutomationRule } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Menu } from "../../parts/menu.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { ruleInWords } from "./rule-words.ts"
import { useNames } from "./use-names.ts"

/** One rule: its name, itself as a sentence, and whether it is on. */
export function RuleRow({
  rule,
  onEdit,
  onTry,
  onLog,
}: {
  rule: AutomationRule
  onEdit: () => void
  onTry: () => void
  onLog: () => void
}) {
  const words = useWords()
  const { say } = words
  const { doing, removing } = useChange("automation")
  const said = ruleInWords(rule, useNames(), words)
  const { id, name } = rule
  const on = rule.enabledAt !== null
  return (
    <>
      <AriaButton slot="drag" className="rule-handle" aria-label={say("rules.move", { name })}>
        <Icon name="menu" />
      </AriaButton>
      <div className="rule-words">
        <strong>{name}</strong>
        <p>
          <b>{say("rules.when")}</b> {said.when} · <b>{say("rules.if")}</b> {said.given} · <b>{say("rules.then")}</b> {said.done}.
        </p>
        <small>{rule.runs ? say("rules.ran", { count: rule.runs }) : say("rules.never")}</small>
      </div>
      {rule.failedAt && (
        <Tag tone="hot" icon="warning">
          {say("rules.broke")}
        </Tag>
      )}
      <Tag tone={on ? "good" : "calm"} {...(on ? { icon: "resolved" as const } : {})}>
        {on ? say("rules.on") : rule.tried ? say("rules.off") : say("rules.untried")}
      </Tag>
      {!on && !rule.tried && <Button onPress={onTry}>{say("rules.try")}</Button>}
      {!on && rule.tried && (
        <Button onPress={() => doing(post(`/api/automation/rules/${id}/enable`), say("rules.nowOn", { name }))}>
          {say("rules.switchOn")}
        </Button>
      )}
      <Menu
        label={say("rules.acts", { name })}
        acts={[
          { id: "change", words: say("act.change"), icon: "settings", do: onEdit },
          { id: "try", words: say("rules.try"), icon: "search", do: onTry },
          { id: "log", words: say("rules.log"), icon: "clock", do: onLog },
          ...(on
            ? [
                {
                  id: "off",
                  words: say("rules.switchOff"),
                  icon: "snoozed" as const,
                  do: () => doing(post(`/api/automation/rules/${id}/disable`), say("rules.nowOff", { name })),
                },
              ]
            : []),
          {
            id: "remove",
            words: say("act.remove"),
            icon: "close",
            danger: true,
            do: () => removing({ path: `/api/automation/rules/${id}`, name, lost: say("rules.lost"), said: say("rules.removed") }),
          },
        ]}
      />
    </>
  )
}
