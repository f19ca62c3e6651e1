import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Empty } from "../../parts/empty.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"
import { useSteps } from "../use-steps.ts"
import { AlarmCard } from "./alarm-card.tsx"
import { type Alarm, alarmsQuery } from "./api.ts"
import { useVerdict } from "./use-verdict.ts"

/** Surges that were called: the latest first, each with what it was called on, and whether people say that it was one. */
export function AlarmsPage() {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const found = useInfiniteQuery(alarmsQuery(open))
  const alarms = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page
      title={say("listen.alarms")}
      acts={
        <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
          {say("listen.alarm.onlyOpen")}
        </Button>
      }
    >
      <p className="listening-lead">{say("listen.alarm.lead")}</p>
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data &&
        (alarms.length === 0 ? (
          <Empty title={say(open ? "listen.alarm.noneOpen" : "listen.alarm.none")}>
            <p>{say("listen.alarm.noneHelp")}</p>
          </Empty>
        ) : (
          <Alarms alarms={alarms} />
        ))}
      {found.hasNextPage && (
        <Button kind="quiet" pending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {say("listen.mention.more")}
        </Button>
      )}
    </Page>
  )
}

/** y and n say of the alarm that has the focus, or of the first that is open, whether it was right. */
function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  const { say } = useWords()
  const may = useMayAct()
  const judge = useVerdict()
  const list = useSteps(alarms.length)
  const here = (): Alarm | undefined => {
    const id = document.activeElement?.closest("[data-alarm-id]")?.getAttribute("data-alarm-id")
    return alarms.find((alarm) => alarm.id === id) ?? alarms.find(({ verdict }) => verdict === null)
  }
  const judged = (verdict: "right" | "wrong") => (): void => {
    const alarm = here()
    if (alarm) judge(alarm, verdict)
  }
  useCommands({ "alarm.right": may ? judged("right") : undefined, "alarm.wrong": may ? judged("wrong") : undefined })
  return (
    <div ref={list}>
      <ul className="alarms" aria-label={say("listen.alarms")}>
        {alarms.map((alarm) => (
          <AlarmCard key={alarm.id} alarm={alarm} judge={judge} />
        ))}
      </ul>
    </div>
  )
}
