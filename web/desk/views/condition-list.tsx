import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { useWords } from "../words/use-words.ts"
import { ConditionLine } from "./condition-line.tsx"
import { type DraftCondition, type DraftGroup, isGroup, newCondition, newGroup } from "./draft.ts"

type Part = DraftCondition | DraftGroup

interface Props {
  match: "all" | "any"
  parts: readonly Part[]
  tried: boolean
  /** Inside a group: there are no groups in groups. */
  inner?: boolean
  onChange: (change: { match?: "all" | "any"; parts?: Part[] }) => void
  onRemove?: () => void
}

/** Conditions of which all or any must be true. */
export function ConditionList({ match, parts, tried, inner, onChange, onRemove }: Props) {
  const { say } = useWords()
  const put = (id: string, next: Part | null): void =>
    onChange({ parts: parts.flatMap((part) => (part.id !== id ? [part] : next ? [next] : [])) })
  return (
    <fieldset className={inner ? "condition-group" : "conditions"}>
      <legend className="condition-match">
        <span>{inner ? say("condition.groupOf") : say("condition.showWhere")}</span>
        <Choice
          hideLabel
          label={say("condition.match")}
          name="match"
          value={match}
          options={(["all", "any"] as const).map((value) => ({ value, label: say(`condition.match.${value}`) }))}
          onChange={(value) => onChange({ match: value })}
        />
        <span>{say("condition.isTrue")}</span>
        {onRemove && (
          <Button bare kind="quiet" icon="close" onPress={onRemove}>
            {say("condition.removeGroup")}
          </Button>
        )}
      </legend>
      <ul className="condition-list">
        {parts.map((part) =>
          isGroup(part) ? (
            <li key={part.id}>
              <ConditionList
                inner
                match={part.match}
                parts={part.parts}
                tried={tried}
                onChange={({ match: other, parts: inside }) =>
                  put(part.id, {
                    ...part,
                    ...(other ? { match: other } : {}),
                    ...(inside ? { parts: inside.filter((one): one is DraftCondition => !isGroup(one)) } : {}),
                  })
                }
                onRemove={() => put(part.id, null)}
              />
            </li>
          ) : (
            <ConditionLine
              key={part.id}
              condition={part}
              tried={tried}
              onChange={(next) => put(part.id, next)}
              onRemove={() => put(part.id, null)}
            />
          ),
        )}
      </ul>
      <div className="condition-more">
        <Button kind="quiet" icon="plus" onPress={() => onChange({ parts: [...parts, newCondition(inner ? "tag" : "owner")] })}>
          {say("condition.add")}
        </Button>
        {!inner && (
          <Button kind="quiet" icon="plus" onPress={() => onChange({ parts: [...parts, newGroup()] })}>
            {say("condition.addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
