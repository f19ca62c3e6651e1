import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { agentsQuery } from "../api/people.ts"
import { Tag } from "../parts/tag.tsx"
import { Time } from "../parts/time.tsx"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import type { Watch } from "./api.ts"
import { Spark } from "./spark.tsx"

/** A watch on one line: what it is called, how many spoke in the last day, how that was over a month, and whether it surges. */
export function WatchRow({ watch }: { watch: Watch }) {
  const { say, when } = useWords()
  const now = useNow()
  const keeper = useKeeper(watch.createdBy)
  const { alarm, today } = watch
  return (
    <li className="watch-row" data-alarm={alarm !== null || undefined}>
      <span className="watch-row-who">
        <Link className="watch-row-name" to="/listening/$watch" params={{ watch: watch.id }} data-step>
          {watch.name}
        </Link>
        <span className="watch-row-line">
          {alarm && (
            <Tag tone="bold" icon="bell">
              {say("listen.alarm.since", { since: when(alarm.since, now) })}
            </Tag>
          )}
          {watch.state === "paused" && (
            <span>
              {say("listen.watch.pausedSince")} <Time at={watch.stateSince} />
            </span>
          )}
          {watch.state === "listening" && !watch.isCaughtUp && <span>{say("listen.watch.catching")}</span>}
          {keeper && <span>{keeper}</span>}
        </span>
      </span>
      <Spark watch={watch} />
      <span className="watch-row-now">
        <strong>{say("listen.people", { count: today.people })}</strong>
        <small>
          {say("listen.posts", { count: today.posts })}
          {watch.lastAt ? (
            <>
              {" · "}
              <Time at={watch.lastAt} />
            </>
          ) : null}
        </small>
      </span>
    </li>
  )
}

/** The agent who wrote it, by name. */
export function useKeeper(ref: string): string | null {
  const agents = useQuery(agentsQuery).data ?? []
  const one = agents.find(({ id }) => ref === `agent:${id}`)
  return one ? one.name || one.email : null
}
