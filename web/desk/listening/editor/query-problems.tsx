import { Icon } from "../../parts/icon.tsx"
import { useWords } from "../../words/use-words.ts"
import type { QueryProblem } from "../api.ts"

interface Props {
  text: string
  problems: readonly QueryProblem[]
  remarks: readonly QueryProblem[]
  onGo: (problem: QueryProblem) => void
}

/** What is wrong with a query, each at its character; choosing one leads there. */
export function QueryProblems({ text, problems, remarks, onGo }: Props) {
  const { say } = useWords()
  const all = [...problems.map((one) => ({ ...one, tone: "hot" })), ...remarks.map((one) => ({ ...one, tone: "warm" }))]
  return (
    <>
      <p className="unseen" role="status">
        {problems.length > 0 && say("listen.query.problems", { count: problems.length })}
      </p>
      {all.length > 0 && (
        <ul className="query-problems">
          {all.map((one) => (
            <li key={`${one.tone} ${one.start} ${one.key}`}>
              <button type="button" className="query-problem" data-tone={one.tone} onClick={() => onGo(one)}>
                <Icon name={one.tone === "hot" ? "warning" : "help"} />
                <span>
                  <strong>{place(one)}</strong> {one.detail}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )

  function place({ start, end }: QueryProblem): string {
    const before = text.slice(0, start)
    const line = before.split("\n").length
    const character = start - before.lastIndexOf("\n")
    const excerpt = text.slice(start, Math.min(end, start + 24)).trim()
    const where = line > 1 ? say("listen.query.lineAt", { line, character }) : say("listen.query.at", { character })
    return excerpt
      ? say("listen.query.place", { where, excerpt: end > start + 24 ? `${excerpt}…` : excerpt })
      : say("listen.query.placeEnd", { where })
  }
}
