import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"
import { strengthIn, STRENGTHS, strengthOf } from "./strengths.ts"
import { usePreference } from "./use-preference.ts"

/** How one hears of surges beside the desk itself, and which don't wait for quiet hours to end. */
export function AlertsCard() {
  const { say } = useWords()
  const { now, change } = usePreference()
  if (!now) return null
  const { mail, ended, wakeFrom } = now.alerts
  return (
    <Block title={say("alerts.title")} explain={say("alerts.explain")}>
      <Check checked={mail} onChange={(on) => change({ alerts: { mail: on } })}>
        {say("alerts.mail")}
      </Check>
      {mail && (
        <Check checked={ended} onChange={(on) => change({ alerts: { ended: on } })}>
          {say("alerts.ended")}
        </Check>
      )}
      <Choice
        label={say("alerts.wake")}
        name="wakeFrom"
        value={strengthIn(wakeFrom)}
        onChange={(value) => change({ alerts: { wakeFrom: strengthOf(value) } })}
        help={say("alerts.wakeHelp")}
        options={STRENGTHS.map((value) => ({ value, label: say(`alerts.strength.${value}`) }))}
      />
    </Block>
  )
}
