import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { MentionDetail } from "../api.ts"

/** What it said before it was edited, the latest first. */
export function Versions({ mention }: { mention: MentionDetail }) {
  const { say } = useWords()
  const before = mention.versions.toReversed()
  return (
    <section className="mention-versions" aria-labelledby="versions">
      <h2 id="versions">{say("listen.versions", { count: before.length })}</h2>
      <ol reversed>
        {before.map(({ version, title, text, seenAt }, i) => {
          const next = before[i - 1] ?? mention
          return (
            <li key={version}>
              <p className="mention-version-when">
                {say("listen.versions.seen")} <Time at={seenAt} whole />
                {title !== next.title && text === next.text && ` · ${say("listen.versions.title")}`}
              </p>
              {title && <p className="mention-version-title">{title}</p>}
              {text !== next.text && <p className="mention-version-text">{text}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
