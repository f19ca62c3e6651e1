import { Link } from "@tanstack/react-router"
import { Icon } from "../../parts/icon.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Alarm } from "./api.ts"

/** Of what an alarm is: a watch, an inbox or a topic, and the way there. */
export function AlarmSubject({ alarm: { subject } }: { alarm: Alarm }) {
  const { say } = useWords()
  if (subject.kind === "watch")
    return (
      <Link to="/listening/$watch" params={{ watch: subject.id }} search={{ range: "day" }} data-step>
        {subject.name}
      </Link>
    )
  return (
    <Link
      to="/cases"
      search={subject.kind === "inbox" ? { view: "all", inbox: subject.id } : { view: "all", tag: subject.id }}
      title={say(`listen.alarm.of.${subject.kind}`)}
      data-step
    >
      <Icon name={subject.kind === "inbox" ? "inbox" : "tag"} /> <span className="unseen">{say(`listen.alarm.of.${subject.kind}`)} </span>
      {subject.name}
    </Link>
  )
}
