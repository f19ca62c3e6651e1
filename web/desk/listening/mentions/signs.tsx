import { useMayAct } from "../../shell/me.ts"
import { Icon } from "../../parts/icon.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Accuracy, Reading } from "./api.ts"
import { Corrected } from "./corrected.tsx"
import { Measured } from "./measured.tsx"
import type { Correct, TakeBack } from "./use-correct.ts"

const KINDS = ["accusation", "danger", "legal", "boycott"] as const

interface Props {
  reading: Reading
  accuracy: readonly Accuracy[]
  correct: Correct
  takeBack: TakeBack
}

/** Signs that it is grave: by which words, or because a person says so. One press says there, or not. */
export function Signs({ reading, accuracy, correct, takeBack }: Props) {
  const { say, list } = useWords()
  const may = useMayAct()
  return (
    <ul className="gravity" aria-label={say("listen.gravity")}>
      {KINDS.map((kind) => {
        const words = [...new Set(reading.signs.flatMap((sign) => (sign.kind === kind ? [sign.words] : [])))]
        const correction = reading.corrections.find(({ about }) => about === kind)
        const isThere = correction ? correction.said === "there" : words.length > 0
        return (
          <li key={kind} data-there={isThere || undefined}>
            <button
              type="button"
              className="gravity-one"
              aria-pressed={isThere}
              disabled={!may}
              onClick={() => correct(kind, isThere ? "not-there" : "there")}
            >
              <Icon name={isThere ? "warning" : "plus"} />
              {say(`listen.sign.${kind}`)}
            </button>
            {words.length > 0 && (
              <span className="reading-why">{list(words.slice(0, 5).map((word) => say("listen.quoted", { word })))}</span>
            )}
            {correction && (
              <Corrected
                correction={correction}
                was={say(words.length > 0 ? "listen.reading.wasThere" : "listen.reading.wasNot")}
                onUndo={may ? () => takeBack(correction) : undefined}
              />
            )}
            {(isThere || correction) && <Measured accuracy={accuracy} about={kind} language={reading.language} />}
          </li>
        )
      })}
    </ul>
  )
}
