import type { Recipients } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** When the customer wishes to be written to at certain hours only, that is said before sending. */
export function LeavesAt({ recipients, name }: { recipients: Recipients | null; name: string }) {
  const { say, momentIn } = useWords()
  if (recipients?.why !== "hours") return null
  const zone = recipients.timeZone ?? "UTC"
  return (
    <p className="composer-line composer-hours">
      <Icon name="clock" />
      {say("composer.hours", { at: momentIn(recipients.sendsAt, zone), name: name || say("composer.theCustomer") })}
    </p>
  )
}
