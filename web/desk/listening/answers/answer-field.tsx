import { useId } from "react"
import { useWords } from "../../words/use-words.ts"
import type { Finding, Way } from "./api.ts"
import { countSigns } from "./count.ts"

interface Props {
  text: string
  onChange: (text: string) => void
  language: string | null
  found: readonly Finding[]
  counting: Way["counting"] | undefined
}

/** The words being written, with what is private underlined where it stands, and how many signs are left. */
export function AnswerField({ text, onChange, language, found, counting }: Props) {
  const { say } = useWords()
  const id = useId()
  const left = counting ? counting.most - countSigns(text, counting) : null
  return (
    <div className="field answer-field">
      <label className="label" htmlFor={id}>
        {say("answer.text")}
      </label>
      <div className="answer-place input" data-invalid={(left !== null && left < 0) || undefined}>
        <div className="answer-grown">
          <div className="answer-words" aria-hidden="true">
            {partsOf(text, found).map(({ words, finding }, index) =>
              finding ? (
                <span key={index} data-found={finding.released || finding.soft ? "released" : "private"}>
                  {words}
                </span>
              ) : (
                words
              ),
            )}
            {"\n"}
          </div>
          <textarea
            id={id}
            value={text}
            rows={3}
            dir="auto"
            lang={language ?? undefined}
            aria-describedby={`${id}-count`}
            aria-invalid={(left !== null && left < 0) || undefined}
            onChange={({ target }) => onChange(target.value)}
          />
        </div>
        {counting && left !== null && (
          <p className="answer-count" id={`${id}-count`} data-state={left < 0 ? "over" : left < 20 ? "near" : undefined}>
            {left < 0 ? say("answer.over", { count: -left }) : say("answer.left", { count: left, most: counting.most })}
          </p>
        )}
      </div>
    </div>
  )
}

function partsOf(text: string, found: readonly Finding[]): { words: string; finding: Finding | null }[] {
  const parts: { words: string; finding: Finding | null }[] = []
  let at = 0
  for (const finding of found) {
    if (finding.start < at) continue
    parts.push({ words: text.slice(at, finding.start), finding: null }, { words: text.slice(finding.start, finding.end), finding })
    at = finding.end
  }
  return [...parts, { words: text.slice(at), finding: null }]
}
