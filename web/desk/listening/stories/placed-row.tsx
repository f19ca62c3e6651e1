import { Link } from "@tanstack/react-router"
import { useWords } from "../../words/use-words.ts"
import { MentionWords } from "../mentions/mention-words.tsx"
import type { Placed } from "./api.ts"
import { ToneMenu } from "./tone-menu.tsx"

/** One mention of a story, why it is of it, and how it reads. */
export function PlacedRow({ placed, chosen, onChoose }: { placed: Placed; chosen: boolean; onChoose: (() => void) | undefined }) {
  const { say, list } = useWords()
  const { mention, reason, shared } = placed
  const why =
    reason === "words" && shared.length > 0
      ? say("listen.placed.words", { words: list(shared.slice(0, 4)) })
      : say(`listen.placed.${reason === "words" ? "alike" : reason}`)
  return (
    <li className="placed" data-mention-id={mention.id} data-chosen={chosen || undefined}>
      {onChoose && (
        <label className="plain-check placed-check">
          <input type="checkbox" checked={chosen} onChange={onChoose} />
          <span className="unseen">{say("listen.story.pick", { text: (mention.title ?? mention.text).slice(0, 60) })}</span>
        </label>
      )}
      <Link className="mention-row example" to="/listening/mentions/$mention" params={{ mention: mention.id }} search={{}} data-step>
        <MentionWords mention={mention} />
      </Link>
      <p className="placed-foot">
        <span>{why}</span>
        <ToneMenu placed={placed} />
      </p>
    </li>
  )
}
