import type { ReactNode } from "react"
import type { WatchTold } from "#house"
import { useWords } from "../../words/use-words.ts"
import { usePercent } from "./use-percent.ts"

interface Props {
  name: ReactNode
  people: number
  of: number
  share: WatchTold["tones"]["negative"]["share"]
  tone: "accent" | "other" | "lamp"
}

/** A share never stands alone: its interval, of how many people, and a bar with the stretch in which the true one lies. */
export function ShareLine({ name, people, of, share, tone }: Props) {
  const { say, language } = useWords()
  const percent = usePercent()
  return (
    <li className="share">
      <p>
        {name}{" "}
        {share ? (
          <>
            <span className="share-value">{percent(share.value)}</span>{" "}
            <small>
              {say("listen.voices.interval", {
                low: percent(share.low),
                high: percent(share.high),
                people: people.toLocaleString(language),
                of: of.toLocaleString(language),
              })}
            </small>
          </>
        ) : (
          <small>{say("listen.voices.few", { people, of })}</small>
        )}
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
    </li>
  )
}
