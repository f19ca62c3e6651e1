import { Button } from "../../parts/button.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { useKeeper } from "../watch-row.tsx"
import type { Reading } from "./api.ts"

interface Props {
  correction: Reading["corrections"][number]
  /** What it was read as; null: it couldn't be read. */
  was: string | null
  onUndo: (() => void) | undefined
}

/** Who says so, when, and what was read instead. */
export function Corrected({ correction: { by, at, said, was: read }, was, onUndo }: Props) {
  const { say } = useWords()
  const name = useKeeper(by)
  return (
    <p className="reading-why">
      {name ? say("listen.reading.saidBy", { name }) : say("listen.reading.saidByProgram")} <Time at={at} />
      {" · "}
      {said === read
        ? say("listen.reading.asRead")
        : was === null
          ? say("listen.reading.wasUnread")
          : say("listen.reading.was", { was })}{" "}
      {onUndo && (
        <Button kind="quiet" icon="undo" className="undo-small" onPress={onUndo}>
          {say("act.undo")}
        </Button>
      )}
    </p>
  )
}
