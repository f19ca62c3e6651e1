import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Empty } from "../../parts/empty.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"
import { Page } from "../page.tsx"
import { useSteps } from "../use-steps.ts"
import { kindsQuery, sourcesQuery } from "./api.ts"
import { ReadLine } from "./read-line.tsx"
import { SourceState } from "./source-state.tsx"

/** Where is listened, and how that goes; those first that can't be read. */
export function SourcesPage() {
  const { say } = useWords()
  const { role } = useMe()
  const found = useQuery(sourcesQuery)
  return (
    <Page
      title={say("listen.sources")}
      acts={
        <>
          <Link className="button" data-kind="quiet" to="/listening/sources/limits">
            <span>{say("listen.limits")}</span>
          </Link>
          {(role === "lead" || role === "admin") && (
            <Link className="button" data-kind="main" to="/listening/sources/new">
              <Icon name="plus" />
              <span>{say("listen.source.add")}</span>
            </Link>
          )}
        </>
      }
    >
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && (found.data.length === 0 ? <None /> : <Sources sources={found.data} />)}
    </Page>
  )
}

function None() {
  const { say } = useWords()
  return (
    <Empty title={say("listen.source.none")}>
      <p>{say("listen.source.noneHelp")}</p>
    </Empty>
  )
}

const isWell = ({ state }: Source): boolean => state === "reading" || state === "paused"

function Sources({ sources }: { sources: readonly Source[] }) {
  const { say } = useWords()
  const list = useSteps(sources.length)
  const sorted = sources.toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)) || a.name.localeCompare(b.name))
  const read = sources.filter(({ state }) => state === "reading").length
  const amiss = sources.filter((source) => !isWell(source)).length
  return (
    <div ref={list}>
      <p className="listening-lead">
        {say("listen.source.lead", { count: read })} {amiss > 0 && say("listen.source.leadAmiss", { count: amiss })}
      </p>
      <ul className="sources" aria-label={say("listen.sources")}>
        {sorted.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
    </div>
  )
}

function SourceRow({ source }: { source: Source }) {
  const { say } = useWords()
  const kinds = useQuery(kindsQuery).data?.items ?? []
  const kind = kinds.find(({ kind: name }) => name === source.kind)?.name ?? say("listen.source.told")
  return (
    <li className="source-row">
      <span className="source-row-who">
        <Link className="watch-row-name" to="/listening/sources/$source" params={{ source: source.id }} data-step>
          {source.name}
        </Link>
        <span className="watch-row-line">{kind}</span>
      </span>
      <span className="source-row-state">
        <SourceState source={source} />
        {source.reason && <small>{source.reason.detail}</small>}
      </span>
      <span className="watch-row-now">
        <strong>{say("listen.source.today", { count: source.mentions })}</strong>
        <small>
          <ReadLine source={source} />
        </small>
      </span>
    </li>
  )
}
