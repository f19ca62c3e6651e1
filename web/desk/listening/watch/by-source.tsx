import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Counts, Watch } from "../api.ts"
import { coverageQuery } from "./picture.ts"

/** A strip for each source of the watch: when it was read, when it wasn't, when it began or ended. */
export function BySource({ watch, counts }: { watch: Watch; counts: Counts }) {
  const { say, moment, list } = useWords()
  const { from, to } = counts
  const found = useQuery(coverageQuery(watch.id, { from, to }))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const [begins, ends] = [Date.parse(from), Date.parse(to)]
  const share = (at: string): number => (Math.min(ends, Math.max(begins, Date.parse(at))) - begins) / (ends - begins)
  return (
    <ul className="by-source" aria-label={say("listen.strip.bySource")}>
      {found.data.items.map(({ id, name, posts, people, gaps, unheard, changes }) => {
        const spans = (of: typeof gaps) =>
          list(of.slice(-3).map((gap) => say("listen.strip.between", { from: moment(gap.from), to: moment(gap.to) })))
        const began = changes.map(({ at, what }) => say(`listen.strip.${what}`, { at: moment(at) }))
        return (
          <li key={id}>
            <p>
              <Link className="link" to="/listening/sources/$source" params={{ source: id }}>
                {name}
              </Link>{" "}
              <small>
                {say("listen.people", { count: people })}, {say("listen.posts", { count: posts })}
              </small>
            </p>
            <div className="completeness-strip by-source-strip" aria-hidden="true">
              <i style={{ flexGrow: 1 }} />
              {changes.map(({ at, what }) => (
                <b
                  key={`${what} ${at}`}
                  style={
                    what === "began"
                      ? { insetInlineStart: 0, inlineSize: `${share(at) * 100}%` }
                      : { insetInlineStart: `${share(at) * 100}%`, insetInlineEnd: 0 }
                  }
                />
              ))}
              {[...gaps, ...unheard].map((gap) => (
                <s
                  key={`${gap.from} ${gap.to}`}
                  style={{
                    insetInlineStart: `${share(gap.from) * 100}%`,
                    inlineSize: `max(2px, ${(share(gap.to) - share(gap.from)) * 100}%)`,
                  }}
                />
              ))}
            </div>
            <small>
              {[
                gaps.length === 0 ? say("listen.strip.readAll") : say("listen.strip.notRead", { count: gaps.length, when: spans(gaps) }),
                ...(unheard.length > 0 ? [say("listen.strip.unheard", { count: unheard.length, when: spans(unheard) })] : []),
                ...began,
              ].join(" · ")}
            </small>
          </li>
        )
      })}
    </ul>
  )
}
