import type { RuleConditions, RulePart } from "../../api/automation.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { beginning, ConditionLine } from "./condition-line.tsx"
import { useNames } from "./use-names.ts"

/** All or any of some conditions; a group of conditions stands among them as one. */
export function ConditionList({
  conditions,
  inGroup = false,
  from = 0,
  onChange,
}: {
  conditions: RuleConditions
  inGroup?: boolean
  /** How many conditions came before, for their numbers. */
  from?: number
  onChange: (conditions: RuleConditions) => void
}) {
  const { say } = useWords()
  const names = useNames()
  const { match, parts } = conditions
  const put = (i: number, part: RulePart): void => onChange({ match, parts: parts.map((old, at) => (at === i ? part : old)) })
  const drop = (i: number): void => onChange({ match, parts: parts.filter((_, at) => at !== i) })
  const add = (part: RulePart): void => onChange({ match, parts: [...parts, part] })
  return (
    <div className="rule-conditions">
      {parts.length > 1 && (
        <Choice
          hideLabel
          label={say("rules.match")}
          name={`match-${from}`}
          value={match}
          onChange={(next) => onChange({ match: next, parts })}
          options={(["all", "any"] as const).map((value) => ({ value, label: say(`rules.match.${value}`) }))}
        />
      )}
      {parts.map((part, i) =>
        "match" in part ? (
          <fieldset key={i} className="rule-group">
            <legend className="unseen">{say("rules.group")}</legend>
            <ConditionList
              inGroup
              from={from + 100 * (i + 1)}
              conditions={part}
              onChange={({ match: how, parts: within }) => {
                const conditionsOnly = within.flatMap((one) => ("match" in one ? [] : [one]))
                if (conditionsOnly.length === 0) drop(i)
                else put(i, { match: how, parts: conditionsOnly })
              }}
            />
          </fieldset>
        ) : (
          <ConditionLine key={i} n={from + i + 1} condition={part} onChange={(next) => put(i, next)} onRemove={() => drop(i)} />
        ),
      )}
      <div className="rule-adds">
        <Button kind="quiet" icon="plus" onPress={() => add(beginning("words", names))}>
          {say("rules.addCondition")}
        </Button>
        {!inGroup && (
          <Button
            kind="quiet"
            icon="plus"
            onPress={() => add({ match: match === "all" ? "any" : "all", parts: [beginning("words", names)] })}
          >
            {say("rules.addGroup")}
          </Button>
        )}
      </div>
    </div>
  )
}
