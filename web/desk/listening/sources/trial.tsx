import { Wrong } from "../../parts/wrong.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Trial } from "./api.ts"

/** What came of trying a source. */
export function TrialOf({ trial: { trouble, remark, heard, examples, name } }: { trial: Trial }) {
  const { say } = useWords()
  if (trouble) return <Wrong>{trouble.detail}</Wrong>
  return (
    <section className="trial" role="status" aria-label={say("listen.source.tried")}>
      <p>
        {remark ?? (heard === 0 ? say("listen.source.triedNothing", { name }) : say("listen.source.triedFound", { name, count: heard }))}
      </p>
      <ul className="examples">
        {examples.map(({ title, text, url, publishedAt }, i) => (
          <li key={url ?? i} className="example">
            <span className="mention-title">{title ?? text.slice(0, 120)}</span>
            {title && <span className="mention-text">{text}</span>}
            {publishedAt && <Time at={publishedAt} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
