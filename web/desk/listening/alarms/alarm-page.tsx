import { useQuery } from "@tanstack/react-query"
import { Link, useParams } from "@tanstack/react-router"
import { useEffect } from "react"
import { post } from "../../api/request.ts"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct, useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { Told } from "../alerts/told.tsx"
import { Page } from "../page.tsx"
import { AlarmCard } from "./alarm-card.tsx"
import { AlarmCasesSection } from "./cases-section.tsx"
import { AlarmTrailSection } from "./alarm-trail.tsx"
import { type Alarm, alarmQuery } from "./api.ts"
import { useTaking } from "./use-taking.ts"
import { useVerdict } from "./use-verdict.ts"

/** One surge with the page to itself: on what, whose cases, who was told, and who is on it. To look at it is to have seen it. */
export function AlarmPage() {
  const { say } = useWords()
  const { alarm: id } = useParams({ from: "/listening/alarms/$alarm" })
  const found = useQuery(alarmQuery(id))
  return (
    <Page
      title={found.data?.subject.name ?? say("listen.alarm.one")}
      acts={
        <Link className="button" to="/listening/alarms">
          {say("listen.alarm.others")}
        </Link>
      }
    >
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && <Open key={id} alarm={found.data} />}
    </Page>
  )
}

function Open({ alarm }: { alarm: Alarm }) {
  const me = useMe()
  const may = useMayAct()
  const judge = useVerdict()
  const take = useTaking()
  useSeen(alarm.id)
  const isMine = alarm.taken?.by === `agent:${me.id}`
  useCommands({
    "alarm.take": may && !isMine && !alarm.verdict && !alarm.overAt ? () => take(alarm, true) : undefined,
    "alarm.right": may ? () => judge(alarm, "right") : undefined,
    "alarm.wrong": may ? () => judge(alarm, "wrong") : undefined,
  })
  return (
    <div className="figures-all">
      <ul className="alarms">
        <AlarmCard alarm={alarm} judge={judge} whole />
      </ul>
      <AlarmCasesSection id={alarm.id} />
      <AlarmTrailSection id={alarm.id} />
      {alarm.subject.kind !== "watch" && <Told subject={alarm.subject} />}
    </div>
  )
}

/** Tells the server once, when the page is really looked at. */
function useSeen(id: string): void {
  useEffect(() => {
    const see = (): void => {
      if (document.visibilityState === "hidden") return
      document.removeEventListener("visibilitychange", see)
      post(`/api/alarms/${id}/seen`, {}).catch(() => {}) // it stays unread, and is said again at the next look
    }
    document.addEventListener("visibilitychange", see)
    see()
    return () => document.removeEventListener("visibilitychange", see)
  }, [id])
}
