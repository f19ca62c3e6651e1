import type { Recipients } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { nearMoment } from "./near-moment.ts"

/** How and when it arrives, said before sending: right away, or in the hours at which the customer wishes to be written to. */
export function Arrives({ recipients }: { recipients: Recipients | null }) {
  const { say, language } = useWords()
  const now = useNow()
  const zone = timeZone.use()
  if (!recipients) return null
  if (recipients.why !== "hours") return <p className="composer-line arrives">{say("arrives.now")}</p>
  const theirs = recipients.timeZone ?? zone
  const at = nearMoment(language, recipients.sendsAt, theirs, now)
  const ours = nearMoment(language, recipients.sendsAt, zone, now)
  const whose = recipients.whose ? say("arrives.hours", { at, name: recipients.whose }) : say("arrives.hoursOfCustomer", { at })
  return (
    <p className="composer-line arrives" data-hours>
      <Icon name="clock" />
      <span>
        {whose}
        {ours !== at && <> {say("arrives.yours", { at: ours })}</>}
      </span>
    </p>
  )
}
