import { useQuery } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Icon } from "../parts/icon.tsx"
import { Loading } from "../parts/loading.tsx"
import { useCommands } from "../shell/keys.ts"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { type Watch, watchesQuery } from "./api.ts"
import { Page } from "./page.tsx"
import { useSteps } from "./use-steps.ts"
import { WatchRow } from "./watch-row.tsx"

/** What is listened for: what each watch heard in the last day and the last month, those first that surge. */
export function WatchesPage() {
  const { say } = useWords()
  const may = useMayAct()
  const navigate = useNavigate()
  const found = useQuery(watchesQuery)
  useCommands({ "watch.new": may ? () => void navigate({ to: "/listening/new" }) : undefined })
  return (
    <Page
      title={say("listen.watches")}
      acts={
        may && (
          <Link className="button" data-kind="main" to="/listening/new">
            <Icon name="plus" />
            <span>{say("listen.watch.new")}</span>
          </Link>
        )
      }
    >
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && (found.data.length === 0 ? <None /> : <Watches watches={found.data} />)}
    </Page>
  )
}

function Watches({ watches }: { watches: readonly Watch[] }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const listening = watches.filter(({ state }) => state === "listening").toSorted(byUrgency)
  const paused = watches.filter(({ state }) => state === "paused")
  const list = useSteps([...listening, ...paused].length, (index) => {
    const watch = [...listening, ...paused][index]
    if (watch) void navigate({ to: "/listening/$watch", params: { watch: watch.id } })
  })
  return (
    <div ref={list}>
      <p className="listening-lead">{lead(say, listening)}</p>
      <ul className="watches" aria-label={say("listen.watches")}>
        {listening.map((watch) => (
          <WatchRow key={watch.id} watch={watch} />
        ))}
      </ul>
      {paused.length > 0 && (
        <>
          <h2 className="listening-sub">{say("listen.watch.paused")}</h2>
          <ul className="watches" aria-label={say("listen.watch.paused")}>
            {paused.map((watch) => (
              <WatchRow key={watch.id} watch={watch} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Surges first, then whoever spoke most. */
const byUrgency = (a: Watch, b: Watch): number =>
  Number(b.alarm !== null) - Number(a.alarm !== null) || b.today.people - a.today.people || a.name.localeCompare(b.name)

function lead(say: ReturnType<typeof useWords>["say"], watches: readonly Watch[]): string {
  const surging = watches.filter(({ alarm }) => alarm !== null)
  if (surging.length > 0) return say("listen.lead.surging", { count: surging.length, names: surging.map(({ name }) => name).join(", ") })
  const heard = watches.filter(({ today }) => today.posts > 0).length
  if (watches.length === 0) return say("listen.lead.allPaused")
  return heard > 0 ? say("listen.lead.heard", { count: heard, of: watches.length }) : say("listen.lead.nothing")
}

function None() {
  const { say } = useWords()
  const may = useMayAct()
  return (
    <Empty title={say("listen.watch.none")}>
      <p>{say("listen.watch.noneHelp")}</p>
      {may && (
        <Link className="button" data-kind="main" to="/listening/new">
          <span>{say("listen.watch.first")}</span>
        </Link>
      )}
      <Link className="link" to="/listening/sources">
        {say("listen.watch.noneSources")}
      </Link>
    </Empty>
  )
}
