import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { useKeeper } from "../watch-row.tsx"
import { AlarmCases } from "./alarm-cases.tsx"
import { AlarmMentions } from "./alarm-mentions.tsx"
import { AlarmSubject } from "./alarm-subject.tsx"
import { AlarmWords } from "./alarm-words.tsx"
import type { Alarm } from "./api.ts"
import { Taking } from "./taking.tsx"
import type { Judge } from "./use-verdict.ts"

/** One surge: of what, since when, how high beside what is usual, in which words, where, and whether it was one. */
export function AlarmCard({
  alarm,
  judge,
  whole = false,
}: {
  alarm: Alarm
  judge: Judge
  /** It has the page to itself. */ whole?: boolean
}) {
  const { say, language, moment } = useWords()
  const [open, setOpen] = useState(whole && alarm.watch !== null)
  const { watch, since, calledAt, height, complete, posts, people } = alarm
  const number = (n: number): string => n.toLocaleString(language, { maximumFractionDigits: n < 10 ? 1 : 0 })
  return (
    <li className="alarm" data-open={alarm.verdict === null || undefined} data-alarm-id={alarm.id}>
      <header className="alarm-head">
        <h2>
          <AlarmSubject alarm={alarm} />
        </h2>
        <span className="alarm-when">
          {whole ? (
            say("listen.alarm.called")
          ) : (
            <Link className="link" to="/listening/alarms/$alarm" params={{ alarm: alarm.id }}>
              {say("listen.alarm.called")}
            </Link>
          )}{" "}
          <Time at={calledAt} />
        </span>
      </header>
      <p className="alarm-words">
        {watch
          ? say("listen.alarm.on", { since: moment(since), ...whoAndWhat() })
          : say("listen.alarm.onDesk", { since: moment(since), ...whoAndWhat() })}
      </p>
      <p className="figures-aside">
        {say(heightKey(height), {
          count: number(height.count),
          minutes: height.minutes,
          usual: number(height.usual),
          seldom: number(height.seldomAbove),
        })}{" "}
        {say("listen.alarm.strength", { strength: number(alarm.strength) })}{" "}
        {!complete && say(watch ? "listen.alarm.part" : "listen.alarm.partDesk")}
      </p>
      <AlarmWords alarm={alarm} />
      <Taking alarm={alarm} />
      <Verdict alarm={alarm} judge={judge} />
      <p className="alarm-foot">
        <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
          {say(watch ? "listen.alarm.mentions" : "listen.alarm.cases")}
        </Button>
        <span>{track()}</span>
      </p>
      {open && (watch ? <AlarmMentions alarm={alarm} watch={watch.id} /> : <AlarmCases alarm={alarm} />)}
    </li>
  )

  function whoAndWhat() {
    return {
      people: say("listen.people", { count: people }),
      posts: say("listen.posts", { count: posts }),
      messages: say("listen.alarm.messages", { count: posts }),
      cases: say("listen.alarm.opened", { count: alarm.opened ?? 0 }),
    }
  }

  function track(): string {
    const { days, called, right, wrong } = alarm.track
    if (called <= 1) return say("listen.alarm.first", { days })
    if (right + wrong === 0) return say("listen.alarm.unjudged", { count: called, days })
    return say("listen.alarm.track", { count: called, days, right, judged: right + wrong })
  }
}

function Verdict({ alarm, judge }: { alarm: Alarm; judge: Judge }) {
  const { say } = useWords()
  const may = useMayAct()
  const by = useKeeper(alarm.verdict?.by ?? "")
  if (alarm.verdict)
    return (
      <p className="alarm-verdict">
        <Tag tone={alarm.verdict.is === "right" ? "good" : "calm"} icon={alarm.verdict.is === "right" ? "resolved" : "close"}>
          {say(`listen.alarm.is.${alarm.verdict.is}`)}
        </Tag>
        <span>
          {by} <Time at={alarm.verdict.at} />
        </span>
        {may && (
          <Button kind="quiet" icon="undo" onPress={() => judge(alarm, null)}>
            {say("act.undo")}
          </Button>
        )}
      </p>
    )
  if (!may) return null
  return (
    <p className="alarm-verdict">
      <span>{say("listen.alarm.ask")}</span>
      <Button icon="resolved" command="alarm.right" onPress={() => judge(alarm, "right")}>
        {say("listen.alarm.right")}
      </Button>
      <Button icon="close" command="alarm.wrong" onPress={() => judge(alarm, "wrong")}>
        {say("listen.alarm.wrong")}
      </Button>
    </p>
  )
}

/** Whether it lasts, and whether what is usual is meant of this hour. */
function heightKey({ minutes, ofThisHour }: Alarm["height"]) {
  const long = minutes > 5
  if (ofThisHour) return long ? "listen.alarm.heightNowLong" : "listen.alarm.heightNow"
  return long ? "listen.alarm.heightLong" : "listen.alarm.height"
}
