import { Section } from "../../figures/section.tsx"
import { Button } from "../../parts/button.tsx"
import { Time } from "../../parts/time.tsx"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { useKeeper } from "../watch-row.tsx"
import type { Move, StoryDetail } from "./api.ts"
import { useStoryMoves } from "./use-story-moves.ts"

/** What was brought together and taken apart, by the machine or a person; each can be taken back. */
export function Moves({ story: { moves } }: { story: StoryDetail }) {
  const { say } = useWords()
  if (moves.length === 0) return null
  return (
    <Section title={say("listen.moves")} answer={say("listen.moves.what")}>
      <ul className="story-moves">
        {moves.map((move) => (
          <MoveLine key={move.id} move={move} />
        ))}
      </ul>
    </Section>
  )
}

function MoveLine({ move }: { move: Move }) {
  const { say } = useWords()
  const may = useMayAct()
  const { undo } = useStoryMoves()
  const name = useKeeper(move.by)
  return (
    <li data-undone={move.undoneAt !== null || undefined}>
      <span>
        {say(`listen.move.${move.kind}`, { count: move.mentions })} ·{" "}
        {name ?? say(move.by.startsWith("system:") ? "event.vigie" : "listen.program")} · <Time at={move.at} />
        {move.undoneAt && (
          <>
            {" · "}
            {say("listen.move.isUndone")} <Time at={move.undoneAt} />
          </>
        )}
      </span>
      {may && !move.undoneAt && (
        <Button kind="quiet" icon="undo" onPress={() => void undo(move.id)}>
          {say("act.undo")}
        </Button>
      )}
    </li>
  )
}
