import { useState } from "react"
import type { Hours } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { HoursField } from "../../parts/hours-field.tsx"
import { useMe } from "../../shell/me.ts"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"
import { usePreference } from "./use-preference.ts"

const NIGHT: Hours = { days: [1, 2, 3, 4, 5, 6, 7], from: "20:00", to: "08:00" }
const HOUR = 3_600_000

/** When the browser and mails of alarms are silent; and that one is on duty all the same. */
export function QuietCard() {
  const { say, moment } = useWords()
  const { timeZone } = useMe()
  const { now, change } = usePreference()
  const clock = useNow()
  // A span without a day, or of no time, is still being written: it is kept here until it can be.
  const [written, write] = useState<readonly Hours[] | null>(null)
  if (!now) return null
  const until = now.alerts.dutyUntil !== null && Date.parse(now.alerts.dutyUntil) > clock ? now.alerts.dutyUntil : null
  const set = (spans: readonly Hours[]): void => {
    const isWhole = spans.every(({ days, from, to }) => days.length > 0 && from && to && from !== to)
    write(isWhole ? null : spans)
    if (isWhole) change({ quiet: [...spans] })
  }
  return (
    <Block title={say("notify.quiet")} explain={say("notify.quietExplain", { zone: timeZone })}>
      <Check checked={now.quiet.length > 0} onChange={(on) => set(on ? [NIGHT] : [])}>
        {say("notify.quietOn")}
      </Check>
      {(written ?? now.quiet).length > 0 && <HoursField label={say("notify.quietWhen")} value={written ?? now.quiet} onChange={set} />}
      {now.quiet.length > 0 && (
        <div className="quiet-duty">
          <Button
            icon={until ? "resolved" : "ear"}
            pressed={until !== null}
            onPress={() => change({ alerts: { dutyUntil: until ? null : new Date(clock + 12 * HOUR).toISOString() } })}
          >
            {until ? say("notify.dutyUntil", { at: moment(until) }) : say("notify.duty")}
          </Button>
          <span className="help">{say("notify.dutyHelp")}</span>
        </div>
      )}
    </Block>
  )
}
