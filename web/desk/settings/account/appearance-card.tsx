import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { appear, appearance } from "../../shell/appearance.ts"
import { allowLetters, letters } from "../../shell/my-keys.ts"
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
      <Check checked={letters.use()} onChange={allowLetters}>
        {say("account.letters")}
      </Check>
    </Block>
  )
}
