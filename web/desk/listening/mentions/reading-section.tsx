import { useQuery } from "@tanstack/react-query"
import { Refused } from "../../api/request.ts"
import { Failed } from "../../parts/failed.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import type { MentionDetail } from "../api.ts"
import { accuracyQuery, readingQuery } from "./api.ts"
import { Corrected } from "./corrected.tsx"
import { Measured } from "./measured.tsx"
import { Part } from "./part.tsx"
import { Signs } from "./signs.tsx"
import { useCorrect } from "./use-correct.ts"

const TONES = ["negative", "mixed", "neutral", "positive"] as const

/** Tone and gravity as what they are: what a list of words says, how sure, how often that was right, and a person's word above it. */
export function ReadingSection({ mention }: { mention: MentionDetail }) {
  const { say, language, list, sayCode } = useWords()
  const may = useMayAct()
  const found = useQuery(readingQuery(mention.id))
  const accuracy = useQuery(accuracyQuery).data ?? []
  const { correct, takeBack } = useCorrect(mention.id)
  if (found.isError)
    return (
      <Part title={say("listen.reading")}>
        {found.error instanceof Refused && found.error.status === 404 ? (
          <p className="help">{say("listen.reading.notYet")}</p>
        ) : (
          <Failed error={found.error} again={() => void found.refetch()} />
        )}
      </Part>
    )
  if (!found.data) return <Part title={say("listen.reading")}>{null}</Part>
  const reading = found.data
  const correction = reading.corrections.find(({ about }) => about === "tone")
  const now = correction?.said ?? reading.tone
  const words = [...new Set(reading.signs.flatMap(({ kind, words: made }) => (kind in GRAVE ? [] : [made])))]
  return (
    <Part title={say("listen.reading")}>
      <div className="tone-choice" role="group" aria-label={say("listen.tones")}>
        {TONES.map((tone) => (
          <button
            key={tone}
            type="button"
            className="tone-one"
            data-tone={tone}
            aria-pressed={now === tone}
            disabled={!may}
            onClick={() => correct("tone", tone)}
          >
            {say(`listen.toneIs.${tone}`)}
          </button>
        ))}
      </div>
      {correction ? (
        <Corrected
          correction={correction}
          was={reading.tone ? say(`listen.toneIs.${reading.tone}`) : null}
          onUndo={may ? () => takeBack(correction) : undefined}
        />
      ) : (
        <p className="reading-why">
          {reading.tone === null
            ? say("listen.reading.none")
            : say("listen.reading.sure", {
                sure: reading.sureness.toLocaleString(language, { style: "percent", maximumFractionDigits: 0 }),
              })}
          {words.length > 0 &&
            ` ${say("listen.reading.words", { words: list(words.slice(0, 6).map((word) => say("listen.quoted", { word }))) })}`}
          {reading.doubts.length > 0 &&
            ` ${say("listen.reading.doubts", { doubts: list(reading.doubts.map((doubt) => sayCode(`listen.doubt.${doubt}`, "listen.doubt.other"))) })}`}
        </p>
      )}
      <Measured accuracy={accuracy} about="tone" language={reading.language} />
      <Signs reading={reading} accuracy={accuracy} correct={correct} takeBack={takeBack} />
      {may && <p className="help">{say("listen.reading.click")}</p>}
    </Part>
  )
}

const GRAVE = { accusation: true, danger: true, legal: true, boycott: true }
