import { appear, appearance } from "../../shell/appearance.ts"
import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"

export function AppearanceCard() {
  const { say } = useWords()
  return (
    <Block title={say("account.appearance")} explain={say("account.here")}>
      <Choice
        label={say("account.look")}
        name="look"
        value={appearance.use()}
        onChange={appear}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: say(`look.${value}`) }))}
      />
    </Block>
  )
}
