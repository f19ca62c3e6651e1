import { Dialog } from "../parts/dialog.tsx"
import { useWords } from "../words/use-words.ts"
import { helpOpen } from "./help-open.ts"

const KEYS = [
  ["j k", "keys.move"],
  ["o", "keys.open"],
  ["u", "keys.back"],
  ["c", "keys.write"],
  ["r", "keys.reply"],
  ["n", "keys.note"],
  ["a", "keys.assign"],
  ["e", "keys.resolve"],
  ["m", "keys.snooze"],
  ["d", "keys.original"],
  ["p", "keys.panel"],
  ["1 2 3", "keys.views"],
  ["/", "keys.search"],
  ["?", "keys.help"],
  ["Ctrl ⏎", "keys.send"],
  ["Esc", "keys.escape"],
] as const

export function ShortcutHelp() {
  const { say } = useWords()
  return (
    <Dialog title={say("keys.title")} onClose={() => helpOpen.set(false)}>
      <dl className="keys">
        {KEYS.map(([keys, words]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
      <p className="help">{say("keys.off")}</p>
    </Dialog>
  )
}
