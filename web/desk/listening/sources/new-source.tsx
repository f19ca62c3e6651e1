import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"
import { type Kind, kindsQuery } from "./api.ts"
import { SourceForm } from "./source-form.tsx"

/** First what kind of place, then where. */
export function NewSource() {
  const { say } = useWords()
  const kinds = useQuery(kindsQuery)
  const [kind, setKind] = useState<Kind | null>(null)
  const items = kinds.data?.items ?? []
  return (
    <Page title={kind?.name ?? say("listen.source.add")}>
      {kinds.isPending && <Loading />}
      {kinds.isError && <Failed error={kinds.error} again={() => void kinds.refetch()} />}
      {kinds.data && !kind && (
        <>
          {items.length > 0 && (
            <ul className="kinds">
              {items.map((one) => (
                <li key={one.kind}>
                  <button type="button" className="kind" onClick={() => setKind(one)}>
                    <strong>{one.name}</strong>
                    <span className="kind-line">
                      <Tag tone={one.readable === "freely" ? "good" : "warm"}>{say(`listen.readable.${one.readable}`)}</Tag>
                      <small>{say(one.follows || one.isRegistered ? "listen.way.follows" : "listen.way.asked")}</small>
                    </span>
                    {one.costs && <small>{say("listen.source.costs")}</small>}
                    {one.keeps === "matched" && <small>{say("listen.source.keepsMatched")}</small>}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p className="figures-aside">
            {say("listen.source.toldHelp")}{" "}
            <Link className="link" to="/listening/sources/limits">
              {say("listen.limits")}
            </Link>
          </p>
        </>
      )}
      {kind && <SourceForm kind={kind} source={null} onDone={() => setKind(null)} />}
    </Page>
  )
}
