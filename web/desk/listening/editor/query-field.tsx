import { type RefObject, useId, useMemo } from "react"
import { useWords } from "../../words/use-words.ts"
import type { QueryProblem } from "../api.ts"
import { piecesOf } from "./colour.ts"
import { QueryProblems } from "./query-problems.tsx"

interface Props {
  box: RefObject<HTMLTextAreaElement | null>
  value: string
  onChange: (value: string) => void
  problems: readonly QueryProblem[]
  remarks: readonly QueryProblem[]
  onGo: (problem: QueryProblem) => void
}

/** A query being written: its words coloured, what can't be read underlined where it stands and explained below. */
export function QueryField({ box, value, onChange, problems, remarks, onGo }: Props) {
  const { say } = useWords()
  const id = useId()
  const pieces = useMemo(() => piecesOf(value, problems, remarks), [value, problems, remarks])
  return (
    <div className="field query">
      <label className="label" htmlFor={id}>
        {say("listen.query")}
      </label>
      <div className="query-place input" data-invalid={problems.length > 0 || undefined}>
        <div className="query-grown">
          <div className="query-words" aria-hidden="true">
            {pieces.map(({ text, ink, amiss }, index) => (
              <span key={index} data-ink={ink} data-amiss={amiss ?? undefined}>
                {text}
              </span>
            ))}
            {"\n"}
          </div>
          <textarea
            id={id}
            ref={box}
            value={value}
            rows={3}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            dir="auto"
            aria-invalid={problems.length > 0 || undefined}
            aria-describedby={`${id}-problems`}
            onChange={({ target }) => onChange(target.value)}
          />
        </div>
      </div>
      <div id={`${id}-problems`}>
        <QueryProblems text={value} problems={problems} remarks={remarks} onGo={onGo} />
      </div>
    </div>
  )
}
