import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** Asked once before a second answer leaves: somebody else is answering, or has. */
export function AskFirst({ names, onSend, onWait }: { names: readonly string[]; onSend: () => void; onWait: () => void }) {
  const { say, list } = useWords()
  return (
    <div className="composer-line meanwhile" role="alert">
      <Icon name="warning" />
      <p>{say("others.sendToo", { names: list(names), count: names.length })}</p>
      <Button onPress={onSend}>{say("others.sendAnyway")}</Button>
      <Button kind="quiet" onPress={onWait}>
        {say("others.wait")}
      </Button>
    </div>
  )
}
