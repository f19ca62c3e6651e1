import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"
import { usePreference } from "./use-preference.ts"

export function ListCard() {
  const { say } = useWords()
  const { now, change } = usePreference()
  return (
    <Block title={say("account.list")} explain={say("account.everywhere")}>
      {now && (
        <Choice
          label={say("account.density")}
          name="density"
          value={now.density}
          onChange={(density) => change({ density })}
          options={(["comfortable", "compact"] as const).map((value) => ({ value, label: say(`density.${value}`) }))}
        />
      )}
    </Block>
  )
}
