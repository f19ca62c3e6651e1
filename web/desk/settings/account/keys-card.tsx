import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { COMMAND_IDS, type CommandId, COMMANDS, GROUPS } from "../../shell/commands.ts"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"
import { KeyRow } from "./key-row.tsx"
import { usePreference } from "./use-preference.ts"

/** Which keys do what: each can be another, several, or none. */
export function KeysCard() {
  const { say } = useWords()
  const { now, change } = usePreference()
  const [recording, record] = useState<CommandId | null>(null)
  if (!now) return null
  const { [recording ?? ""]: _, ...others } = now.keys
  const set = (id: CommandId, keys: readonly string[] | null, more: Record<string, string[]> = {}): void => {
    const { [id]: __, ...rest } = now.keys
    change({ keys: { ...rest, ...more, ...(keys === null ? {} : { [id]: [...keys] }) } })
    record(null)
  }
  return (
    <Block title={say("keys.title")} explain={say("account.everywhere")}>
      <Check checked={now.letters} onChange={(letters) => change({ letters })}>
        {say("account.letters")}
      </Check>
      {GROUPS.map((group) => (
        <section key={group} className="key-group" aria-label={say(`commands.${group}`)}>
          <h3>{say(`commands.${group}`)}</h3>
          <ul>
            {COMMAND_IDS.filter((id) => COMMANDS[id].group === group).map((id) => (
              <KeyRow
                key={id}
                id={id}
                mine={now.keys}
                recording={recording === id}
                onRecord={(on) => record(on ? id : null)}
                onSet={(keys, more) => set(id, keys, more)}
              />
            ))}
          </ul>
        </section>
      ))}
      {Object.keys(others).length > 0 && (
        <div>
          <Button kind="quiet" icon="undo" onPress={() => change({ keys: {} })}>
            {say("keys.resetAll")}
          </Button>
        </div>
      )}
    </Block>
  )
}
