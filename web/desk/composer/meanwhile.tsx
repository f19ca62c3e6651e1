import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import type { MeanwhileState } from "./use-meanwhile.ts"

/** Somebody wrote while this was being written. */
export function Meanwhile({ newer, read }: MeanwhileState) {
  const { say } = useWords()
  if (newer.length === 0) return null
  const customer = newer.some(({ direction }) => direction === "in")
  return (
    <div className="composer-line meanwhile" role="alert">
      <Icon name="warning" />
      <p>
        {customer ? say("meanwhile.customer") : say("meanwhile.colleague", { name: newer[0]?.from.name ?? "" })}{" "}
        <a className="link" href={`#message-${newer[0]?.id}`}>
          {say("meanwhile.see")}
        </a>
      </p>
      <Button onPress={read}>{say("meanwhile.read")}</Button>
    </div>
  )
}
