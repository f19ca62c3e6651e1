import { Icon } from "../../parts/icon.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Mention } from "../api.ts"

/** Who said what, where and when, in three lines. */
export function MentionWords({ mention, marked }: { mention: Mention; marked?: readonly string[] }) {
  const { say } = useWords()
  const { title, text, rating } = mention
  const who = authorName(mention) ?? say("listen.mention.nobody")
  return (
    <>
      <span className="mention-line">
        <strong className="mention-who">{who}</strong>
        <span className="mention-where">{mention.site ?? mention.source.name}</span>
        {rating !== null && (
          <span className="mention-rating" aria-label={say("listen.mention.rating", { rating })} role="img">
            {"★".repeat(Math.round(rating))}
            {"☆".repeat(Math.max(0, 5 - Math.round(rating)))}
          </span>
        )}
        <Time at={mention.saidAt} />
      </span>
      {mention.goneAt ? (
        <span className="mention-gone">
          <Icon name="spam" />
          {say("listen.mention.gone")}
        </span>
      ) : (
        <>
          {title && (
            <span className="mention-title">
              <Marked text={title} words={marked} />
            </span>
          )}
          {text && (
            <span className="mention-text">
              <Marked text={text.slice(0, 600)} words={marked} />
            </span>
          )}
        </>
      )}
    </>
  )
}

export function authorName({ author }: Mention): string | null {
  return author ? (author.name ?? author.handle) : null
}

/** A text in which the words that were looked for stand out. */
export function Marked({ text, words }: { text: string; words?: readonly string[] | undefined }) {
  const wanted = (words ?? []).filter((word) => word.length > 1).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  if (wanted.length === 0) return text
  const pieces = text.split(new RegExp(`(${wanted.join("|")})`, "giu"))
  return pieces.map((piece, i) => (i % 2 === 1 ? <mark key={i}>{piece}</mark> : piece))
}
