import { useQuery } from "@tanstack/react-query"
import { Link, useParams, useSearch } from "@tanstack/react-router"
import { Failed } from "../../parts/failed.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct } from "../../shell/me.ts"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { countsQuery, type Watch, watchQuery } from "../api.ts"
import { Told } from "../alerts/told.tsx"
import { Page } from "../page.tsx"
import { Curve } from "./curve.tsx"
import { Glance } from "./glance.tsx"
import { InShort } from "./in-short.tsx"
import { Latest } from "./latest.tsx"
import { News } from "./news.tsx"
import { RANGES } from "../search.ts"
import { toldQuery } from "./picture.ts"
import { useSteps } from "../use-steps.ts"
import { spanOf } from "./range.ts"
import { SpeakersSection } from "./speakers.tsx"
import { Stories } from "./stories.tsx"
import { ToneSection } from "./tone.tsx"
import { useWatchEdit, WatchActs } from "./watch-acts.tsx"
import { Voices } from "./voices.tsx"

/** What a watch hears: in words first, then over time, beside others, what is new in it, and the latest. */
export function WatchPage() {
  const { say } = useWords()
  const { watch: id } = useParams({ from: "/listening/$watch" })
  const found = useQuery(watchQuery(id))
  return (
    <Page title={found.data?.name ?? say("listen.watches")} acts={found.data && <Acts watch={found.data} />}>
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && <Open key={id} watch={found.data} />}
    </Page>
  )
}

function Acts({ watch }: { watch: Watch }) {
  const { say } = useWords()
  const may = useMayAct()
  const edit = useWatchEdit(watch.id)
  useCommands({ "list.open": may ? edit : undefined })
  return (
    <>
      {may && (
        <Link className="button" to="/listening/$watch/edit" params={{ watch: watch.id }}>
          <Icon name="write" />
          <span>{say("listen.watch.edit")}</span>
        </Link>
      )}
      <WatchActs watch={watch} />
    </>
  )
}

function Open({ watch }: { watch: Watch }) {
  const { say } = useWords()
  const now = useNow()
  const search = useSearch({ from: "/listening/$watch" })
  const range = search.range ?? "month"
  const { step, ...span } = spanOf(range, now)
  const counts = useQuery(countsQuery(watch.id, step, span))
  const list = useSteps(1)
  const told = useQuery(toldQuery(watch.id, step, span)).data
  const month = spanOf("month", now)
  const usual = useQuery(countsQuery(watch.id, month.step, { from: month.from }))
  return (
    <>
      <InShort watch={watch} month={usual.data} />
      <nav className="ranges" aria-label={say("listen.range")}>
        {RANGES.map((name) => (
          <Link
            key={name}
            className="range"
            to="/listening/$watch"
            params={{ watch: watch.id }}
            search={{ ...search, range: name }}
            aria-current={name === range ? "true" : undefined}
            activeProps={{}}
            replace
          >
            {say(`listen.range.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="figures-all" ref={list} data-old={counts.isPlaceholderData || undefined}>
        {counts.isError && !counts.data && <Failed error={counts.error} again={() => void counts.refetch()} />}
        {counts.isPending && <Loading />}
        {counts.data && (
          <>
            {counts.data.posts > 0 && <Glance counts={counts.data} told={told} />}
            <Curve watch={watch} counts={counts.data} told={told} />
            <Stories watch={watch} span={span} />
            <Latest watch={watch} counts={counts.data} />
            {told && <ToneSection watch={watch} counts={counts.data} told={told} />}
            <News watch={watch} span={span} />
            <SpeakersSection watch={watch} span={span} />
            <Voices watch={watch} span={span} beside={search.beside} />
          </>
        )}
        <Told subject={{ kind: "watch", id: watch.id, name: watch.name }} />
      </div>
    </>
  )
}
