import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Caps } from "../../parts/caps.tsx"
import { COMMANDS, type CommandId } from "../../shell/commands.ts"
import { keysOf, type MyKeys } from "../../shell/my-keys.ts"
import { capsLine } from "../../shell/strokes.ts"
import { useWords } from "../../words/use-words.ts"
import { conflictOf, type Conflict } from "./key-conflict.ts"
import { RecordKeys } from "./record-keys.tsx"

interface Props {
  id: CommandId
  mine: MyKeys
  recording: boolean
  onRecord: (on: boolean) => void
  /** null: as we think best. `more`: what changes for other commands. */
  onSet: (keys: readonly string[] | null, more?: Record<string, string[]>) => void
}

export function KeyRow({ id, mine, recording, onRecord, onSet }: Props) {
  const { say } = useWords()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const keys = keysOf(id, mine)
  const name = say(`command.${id}`)
  const done = (on: boolean): void => {
    setConflict(null)
    onRecord(on)
  }
  const take = (pressed: string): void => {
    const found = conflictOf(id, pressed, mine)
    if (found) setConflict(found)
    else {
      setConflict(null)
      onSet([pressed])
    }
  }
  return (
    <li className="key-row">
      <span className="key-name">{name}</span>
      {recording ? (
        <RecordKeys label={say("keys.recordFor", { name })} onKeys={take} onLeave={() => done(false)} />
      ) : (
        <span className="key-now">
          {keys.length === 0 && <span className="help">{say("keys.none")}</span>}
          {keys.map((each) => (
            <span key={each}>
              <Caps keys={each} />
              <span className="unseen">{capsLine(each)}</span>
            </span>
          ))}
        </span>
      )}
      <span className="key-acts">
        {!recording && (
          <Button kind="quiet" onPress={() => done(true)}>
            {say("act.change")} <span className="unseen">{name}</span>
          </Button>
        )}
        {keys.length > 0 && !recording && (
          <Button kind="quiet" onPress={() => onSet([])}>
            {say("keys.off")} <span className="unseen">{name}</span>
          </Button>
        )}
        {mine[id] !== undefined && (
          <Button bare kind="quiet" icon="undo" onPress={() => onSet(null)}>
            {say("keys.reset", { keys: COMMANDS[id].keys.map(capsLine).join(", ") || say("keys.none") })}
          </Button>
        )}
      </span>
      {recording && conflict && (
        <p className="field-problem key-problem" role="alert">
          {conflict.kind === "taken"
            ? say("keys.taken", { keys: capsLine(conflict.keys), name: say(`command.${conflict.by}`) })
            : say(`keys.problem.${conflict.kind}`, { keys: capsLine(conflict.keys) })}
          {conflict.kind === "taken" && (
            <Button
              kind="quiet"
              onPress={() => {
                const theirs = keysOf(conflict.by, mine).filter((each) => each !== conflict.theirs)
                setConflict(null)
                onSet([conflict.keys], { [conflict.by]: [...theirs] })
              }}
            >
              {say("keys.takeOver")}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}
