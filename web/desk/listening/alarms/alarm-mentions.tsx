import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useWords } from "../../words/use-words.ts"
import { MentionWords } from "../mentions/mention-words.tsx"
import { type Alarm, alarmQuery } from "./api.ts"

/** What was said that called it, those first whom most hear. */
export function AlarmMentions({ alarm, watch }: { alarm: Alarm; watch: string }) {
  const { say } = useWords()
  const found = useQuery(alarmQuery(alarm.id))
  const search = { watch, from: alarm.since }
  const marked = alarm.words.map(({ word }) => word)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <>
      <ul className="examples">
        {found.data.mentions.map((mention) => (
          <li key={mention.id}>
            <Link className="mention-row example" to="/listening/mentions/$mention" params={{ mention: mention.id }} search={search}>
              <MentionWords mention={mention} marked={marked} />
            </Link>
          </li>
        ))}
      </ul>
      <Link className="link" to="/listening/mentions" search={search}>
        {say("listen.alarm.all")}
      </Link>
    </>
  )
}
