import type { Contact, Hours } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { weekdays } from "../words/weekdays.ts"

/** Where and when they wish to be reached. */
export function WishesLine({ contact }: { contact: Contact }) {
  const { say, sayCode, language } = useWords()
  const { wishes } = contact
  if (!wishes || (wishes.channels.length === 0 && wishes.hours.length === 0))
    return <p className="panel-line panel-dim">{say("wishes.none")}</p>
  return (
    <div className="wishes">
      {wishes.channels.length > 0 && (
        <p className="panel-line">
          <Icon name="send" />
          {say("wishes.channels", {
            channels: wishes.channels.map((channel) => sayCode(`channel.${channel}`, "channel.other", { code: channel })).join(", "),
          })}
        </p>
      )}
      {wishes.hours.map((hours, index) => (
        <p key={index} className="panel-line">
          <Icon name="clock" />
          {hoursInWords(hours, language)}
        </p>
      ))}
      {wishes.timeZone && <p className="panel-line panel-dim">{wishes.timeZone}</p>}
    </div>
  )
}

export function hoursInWords({ days, from, to }: Hours, language: "en" | "fr"): string {
  const names = weekdays(language)
  const first = days[0] ?? 1
  const run = days.length > 2 && days.every((day, index) => day === first + index)
  const last = days.at(-1) ?? first
  const which = run ? `${names[first - 1]}–${names[last - 1]}` : days.map((day) => names[day - 1]).join(", ")
  return `${which} ${from}–${to}`
}
