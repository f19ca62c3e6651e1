import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { mayTell, tellHere, toldHere } from "../../pwa/told-here.ts"
import { useWords } from "../../words/use-words.ts"
import { Block } from "./block.tsx"
import { usePreference } from "./use-preference.ts"

const KINDS = ["assigned", "mentions", "replies", "teams", "promises", "alarms"] as const

/** What the browser tells of while one looks elsewhere: whether at all on this device, and which. */
export function NotifyCard() {
  const { say } = useWords()
  const { now, change } = usePreference()
  const here = toldHere.use()
  const may = mayTell()
  return (
    <Block title={say("notify.title")} explain={say("notify.explain")}>
      {may === "never" ? (
        <p className="help">{say("notify.cannot")}</p>
      ) : may === "denied" ? (
        <p className="help">{say("notify.denied")}</p>
      ) : (
        <div>
          <Button pressed={here} icon={here ? "resolved" : "bell"} onPress={() => void tellHere(!here)}>
            {here ? say("notify.on") : say("notify.turnOn")}
          </Button>
        </div>
      )}
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
