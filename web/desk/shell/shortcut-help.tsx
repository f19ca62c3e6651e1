import { Fragment } from "react"
import { Link } from "@tanstack/react-router"
import { Caps } from "../parts/caps.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { useWords } from "../words/use-words.ts"
import { COMMAND_IDS, COMMANDS, GROUPS } from "./commands.ts"
import { isSingle, keysOf, letters, myKeys } from "./my-keys.ts"
import { capsLine } from "./strokes.ts"

/** What each key does for this agent, as the commands themselves say it. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const mine = myKeys.use()
  const single = letters.use()
  const keys = COMMAND_IDS.map((id) => ({ id, keys: keysOf(id, mine).filter((each) => single || !isSingle(each)) }))
  return (
    <Dialog wide title={say("keys.title")} onClose={onClose}>
      <div className="cheats">
        {GROUPS.map((group) => {
          const shown = keys.filter((each) => COMMANDS[each.id].group === group && each.keys.length > 0)
          return (
            shown.length > 0 && (
              <section key={group}>
                <h3>{say(`commands.${group}`)}</h3>
                <dl className="keys">
                  {shown.map((each) => (
                    <div key={each.id}>
                      <dt>{say(`command.${each.id}`)}</dt>
                      <dd>
                        {each.keys.map((one) => (
                          <Fragment key={one}>
                            <Caps keys={one} />
                            <span className="unseen">{capsLine(one)}</span>
                          </Fragment>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
      <p className="help">
        <Link className="link" to="/settings/$page" params={{ page: "account" }} onClick={onClose}>
          {say("keys.change")}
        </Link>
      </p>
    </Dialog>
  )
}
