import { type Share, useFigureWords } from "./use-figure-words.ts"

/** A share with its count, and the stretch in which the true one lies; too few are only counted. */
export function ShareBar({ name, now, before, tone }: { name: string; now: Share; before: Share; tone: "good" | "warm" | "accent" }) {
  const { say, percent } = useFigureWords()
  const { share } = now
  return (
    <div className="share">
      <p>
        <strong className="share-name">{name}</strong>{" "}
        {share ? (
          <>
            <span className="share-value">{percent(share.value)}</span>{" "}
            <small>{say("figures.interval", { n: now.n, of: now.of, low: percent(share.low), high: percent(share.high) })}</small>
          </>
        ) : (
          say("figures.shareFew", { n: now.n, of: now.of })
        )}
        {before.share && <small> {say("figures.before", { value: percent(before.share.value), of: before.of })}</small>}
      </p>
      {share && (
        <div className="share-bar" data-tone={tone} aria-hidden="true">
          <i className="share-fill" style={{ inlineSize: `${share.value * 100}%` }} />
          <i
            className="share-range"
            style={{ insetInlineStart: `${share.low * 100}%`, inlineSize: `${(share.high - share.low) * 100}%` }}
          />
        </div>
      )}
    </div>
  )
}
