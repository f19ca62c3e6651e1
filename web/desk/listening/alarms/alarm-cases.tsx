import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useWords } from "../../words/use-words.ts"
import { type Alarm, alarmQuery } from "./api.ts"

/** The cases in which most of a surge's words stand, of those that this agent may see. */
export function AlarmCases({ alarm }: { alarm: Alarm }) {
  const { say } = useWords()
  const found = useQuery(alarmQuery(alarm.id))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.data.cases.length === 0) return <p className="figures-aside">{say("listen.alarm.noCases")}</p>
  return (
    <ul className="examples">
      {found.data.cases.map(({ id, number, subject }) => (
        <li key={id}>
          <Link className="mention-row example" to="/cases/$number" params={{ number: String(number) }} search={{ view: "all" }}>
            <span>
              #{number} {subject}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
