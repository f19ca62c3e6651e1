import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { goesOn, skippedQuery } from "../../api/imports.ts"
import { post, remove } from "../../api/request.ts"
import type { Import } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"

/** One run: what it is, how far, what came of it, and what was left out. */
export function ImportRow({ one, onChange }: { one: Import; onChange: () => void }) {
  const { say, language } = useWords()
  const { doing } = useChange("imports")
  const [showing, setShowing] = useState(false)
  const number = (n: number): string => n.toLocaleString(language)
  const running = goesOn(one)
  const act = (what: string): void => doing(post(`/api/imports/${one.id}/${what}`).finally(onChange))
  const came = (["cases", "messages", "contacts", "completed", "mentions", "changed", "known"] as const).flatMap((what) => {
    const count = one.counts[what]
    return count ? [say(`importPage.count.${what}`, { count })] : []
  })
  return (
    <div className="import-row">
      <div className="card-words">
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        <span>
          {say(`importPage.kind.${one.kind}`)} · <Time at={one.createdAt} />
          {one.runsIn === "terminal" && ` · ${say("importPage.terminal")}`}
        </span>
        <span className="import-state" data-state={one.state} role="status">
          {say(`importPage.state.${one.state}`)}
          {running && one.current && <bdi className="import-current">{one.current}</bdi>}
        </span>
        {one.problem && <span className="wrong">{one.problem}</span>}
        {came.length > 0 && <span>{new Intl.ListFormat(language, { type: "unit" }).format(came)}</span>}
      </div>
      {running && (
        <div className="import-progress">
          <progress
            aria-label={say("importPage.progress")}
            {...(one.phase === "filing" && one.total ? { value: one.done, max: one.total } : {})}
          />
          <span className="import-figures">
            {one.phase === "reading"
              ? say("importPage.reading", { done: number(one.total ?? 0) })
              : say("importPage.filing", { done: number(one.done), total: number(one.total ?? one.done) })}
          </span>
        </div>
      )}
      <div className="import-acts">
        {(one.state === "running" || one.state === "waiting") && (
          <Button icon="close" onPress={() => act("stop")}>
            {say("importPage.stop")}
          </Button>
        )}
        {(one.state === "stopped" || one.state === "failed") && one.runsIn === "server" && (
          <Button icon="retry" onPress={() => act("continue")}>
            {say("importPage.continue")}
          </Button>
        )}
        {one.skipped > 0 && (
          <Button kind="quiet" pressed={showing} onPress={() => setShowing(!showing)}>
            {say("importPage.skipped", { count: one.skipped })}
          </Button>
        )}
        {!running && (
          <Button kind="quiet" onPress={() => doing(remove(`/api/imports/${one.id}`).finally(onChange))}>
            {say("importPage.forget")}
          </Button>
        )}
      </div>
      {showing && <Skipped id={one.id} />}
    </div>
  )
}

function Skipped({ id }: { id: string }) {
  const { say } = useWords()
  const skipped = useQuery(skippedQuery(id)).data ?? []
  return (
    <div className="import-skipped">
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{say("importPage.what")}</th>
            <th scope="col">{say("importPage.why")}</th>
          </tr>
        </thead>
        <tbody>
          {skipped.map(({ place, item, reason, text, detail }) => (
            <tr key={`${place}${reason}`}>
              <td>
                <bdi>{item}</bdi>
              </td>
              <td>
                {text}
                {detail && (
                  <>
                    {" "}
                    <bdi className="import-detail">{detail}</bdi>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <a className="link" href={`/api/imports/${id}/skipped.csv`} download>
        {say("importPage.skippedCsv")}
      </a>
    </div>
  )
}
