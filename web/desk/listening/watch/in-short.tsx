import { Link } from "@tanstack/react-router"
import { Icon } from "../../parts/icon.tsx"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import type { Counts, Watch } from "../api.ts"
import { useKeeper } from "../watch-row.tsx"
import { usualOf } from "./usual.ts"

/** What is going on, for somebody who has one minute. */
export function InShort({ watch, month }: { watch: Watch; month: Counts | undefined }) {
  const { say, when, moment } = useWords()
  const now = useNow()
  const keeper = useKeeper(watch.createdBy)
  const { alarm, today } = watch
  const usual = month ? usualOf(watch, month) : null
  const missed = month?.items.slice(-2).some(({ complete }) => !complete) ?? false
  return (
    <section className="in-short" aria-label={say("listen.inShort")}>
      {alarm && (
        <div className="banner banner-round" data-tone="warm">
          <Icon name="bell" />
          <p>
            <strong>{say("listen.short.surge", { since: moment(alarm.since) })}</strong>
          </p>
          <Link className="link" to="/listening/alarms">
            {say("listen.short.seeAlarm")}
          </Link>
        </div>
      )}
      <p className="figures-sentence">{sentence()}</p>
      <p className="figures-aside">
        {watch.state === "listening" && !watch.isCaughtUp && `${say("listen.short.catching")} `}
        {watch.learnsUntil && `${say("listen.short.learning", { until: moment(watch.learnsUntil) })} `}
        {missed && `${say("listen.short.missed")} `}
        {watch.lastAt && `${say("listen.short.latest", { at: when(watch.lastAt, now) })} `}
        {keeper && say("listen.short.keeper", { name: keeper })}
      </p>
      <p className="in-short-query" aria-label={say("listen.query")}>
        <code>{watch.query.length > 280 ? `${watch.query.slice(0, 280)}…` : watch.query}</code>
      </p>
    </section>
  )

  function sentence(): string {
    if (watch.state === "paused") return say("listen.short.paused", { since: moment(watch.stateSince) })
    if (today.posts === 0) return usual && usual.high > 0 ? say("listen.short.silentUnlike", { ...usual }) : say("listen.short.silent")
    const said = say("listen.short.said", {
      people: say("listen.people", { count: today.people }),
      posts: say("listen.posts", { count: today.posts }),
    })
    if (!usual) return said
    const { low, high, times } = usual
    const compared =
      usual.is === "more" && times > 0
        ? say("listen.short.more", { times, low, high })
        : say(`listen.short.${usual.is === "more" ? "moreThanNone" : usual.is}`, { low, high })
    return `${said} ${compared}`
  }
}
