import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Time } from "../../parts/time.tsx"
import { AskFirst } from "../../settings/ask-first.tsx"
import { useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"
import { Page } from "../page.tsx"
import { kindsQuery, sourceEventsQuery, sourceQuery } from "./api.ts"
import { Coverage } from "./coverage.tsx"
import { PushAddress } from "./push-address.tsx"
import { isTold, ReadLine } from "./read-line.tsx"
import { SourceActs } from "./source-acts.tsx"
import { SourceForm } from "./source-form.tsx"
import { isSpent, SourceState } from "./source-state.tsx"
import { Spending } from "./spending.tsx"
import { useSettingName } from "./use-setting-name.ts"

/** One source: how it goes in a sentence, when it really was read, and what happened to it. */
export function SourcePage() {
  const { say } = useWords()
  const { role } = useMe()
  const { source: id } = useParams({ from: "/listening/sources/$source" })
  const found = useQuery(sourceQuery(id))
  const [changing, setChanging] = useState(false)
  const may = role === "lead" || role === "admin"
  return (
    <Page
      title={found.data?.name ?? say("listen.sources")}
      acts={found.data && may && <SourceActs source={found.data} onChange={() => setChanging(true)} />}
    >
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && (changing ? <Change source={found.data} onDone={() => setChanging(false)} /> : <Open source={found.data} />)}
      <AskFirst />
    </Page>
  )
}

function Change({ source, onDone }: { source: Source; onDone: () => void }) {
  const kind = useQuery(kindsQuery).data?.items.find(({ kind: name }) => name === source.kind) ?? null
  return <SourceForm kind={kind} source={source} onDone={onDone} />
}

function Open({ source }: { source: Source }) {
  const { say, language } = useWords()
  const kinds = useQuery(kindsQuery).data?.items ?? []
  const kind = kinds.find(({ kind: name }) => name === source.kind)
  const settingName = useSettingName(source.kind)
  const events = useQuery(sourceEventsQuery(source.id))
  // As its form asks for them: kept, they have no order.
  const order = Object.keys(kind?.settings.properties ?? {})
  const given = Object.entries(source.settings).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const places = given.flatMap(([name, value]): [string, string][] => {
    if (typeof value === "number") return [[name, value.toLocaleString(language, { maximumFractionDigits: 6 })]]
    if (typeof value === "string") return [[name, value]]
    return Array.isArray(value) && value.length > 0 ? [[name, value.join(", ")]] : []
  })
  return (
    <>
      <p className="source-now">
        <SourceState source={source} />{" "}
        <span>
          {!isSpent(source) &&
            say(isTold(source) && source.state === "reading" ? "listen.source.isTold" : `listen.source.is.${source.state}`)}{" "}
          {tellsMore(source) && source.reason?.detail}
        </span>
      </p>
      <p className="figures-aside">
        {say("listen.source.today", { count: source.mentions })}
        {" · "}
        <ReadLine source={source} />
        {source.nextAt && (
          <>
            {" · "}
            {say("listen.source.nextAt")} <Time at={source.nextAt} />
          </>
        )}
        {" · "}
        {say("listen.source.since")} <Time at={source.createdAt} />
      </p>
      <dl className="mention-facts">
        <div>
          <dt>{say("listen.source.kind")}</dt>
          <dd>{kind?.name ?? say("listen.source.told")}</dd>
        </div>
        <div>
          <dt>{say("listen.source.place")}</dt>
          <dd>
            <code>source:{source.place}</code>
          </dd>
        </div>
        {places.map(([name, value]) => (
          <div key={name}>
            <dt>{settingName(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {source.keeps === "matched" && (
          <div>
            <dt>{say("listen.source.keeps")}</dt>
            <dd>{say("listen.source.keepsMatched")}</dd>
          </div>
        )}
        {kind && (
          <div>
            <dt>{say("listen.source.deletions")}</dt>
            <dd>{kind.deletions}</dd>
          </div>
        )}
      </dl>
      {source.spending && <Spending spending={source.spending} />}
      {source.pushUrl && <PushAddress url={source.pushUrl} />}
      {!isTold(source) && <Coverage source={source} />}
      <section className="figure" aria-labelledby="source-events">
        <h2 id="source-events">{say("listen.source.events")}</h2>
        {events.data?.length === 0 && <p className="help">{say("listen.source.noEvents")}</p>}
        <ol className="source-events">
          {events.data?.map(({ id, at, detail }) => (
            <li key={id}>
              <Time at={at} />
              <span>{detail}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

/** A reason that only repeats the state isn't said twice. */
const tellsMore = ({ reason }: Source): boolean => reason !== null && reason.key !== `listening.trouble.${reason.code}`
