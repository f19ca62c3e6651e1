import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { PushView } from "#house"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { pushQuery, startPush, stopPush } from "../../pwa/pushed.ts"
import { mayTell, tellHere, toldHere } from "../../pwa/told-here.ts"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"
import { PushedBrowsers } from "./pushed-browsers.tsx"
import { usePreference } from "./use-preference.ts"

const KINDS = ["assigned", "mentions", "replies", "teams", "deadlines", "promises", "woken", "answers", "alarms"] as const

/** What the browser tells of while one looks elsewhere: whether at all on this device, and which. */
export function NotifyCard() {
  const { say } = useWords()
  const { now, change } = usePreference()
  const here = toldHere.use()
  const may = mayTell()
  const client = useQueryClient()
  const [turning, setTurning] = useState(false)
  const turn = async (): Promise<void> => {
    setTurning(true)
    try {
      await tellHere(!here)
      // A browser without a push service tells while the desk is open: the lines below say so.
      await (here ? stopPush(client.getQueryData<PushView>(pushQuery.queryKey)?.items ?? []) : startPush()).catch(() => {})
      await client.invalidateQueries({ queryKey: pushQuery.queryKey })
    } finally {
      setTurning(false)
    }
  }
  return (
    <Block title={say("notify.title")} explain={say("notify.explain")}>
      {may === "never" ? (
        <p className="help">{say("notify.cannot")}</p>
      ) : may === "denied" ? (
        <p className="help">{say("notify.denied")}</p>
      ) : (
        <div>
          <Button pressed={here} icon={here ? "resolved" : "bell"} pending={turning} onPress={() => void turn()}>
            {here ? say("notify.on") : say("notify.turnOn")}
          </Button>
        </div>
      )}
      <PushedBrowsers on={here} />
      {now && (
        <fieldset className="choices">
          <legend className="label">{say("notify.which")}</legend>
          {KINDS.map((kind) => (
            <Check key={kind} checked={now.notify[kind]} onChange={(on) => change({ notify: { [kind]: on } })}>
              {say(`notify.${kind}`)}
            </Check>
          ))}
        </fieldset>
      )}
    </Block>
  )
}
