import { Button } from "../parts/button.tsx"
import type { Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

interface Props {
  names: readonly string[]
  /** What the last of them has answered; null: nothing yet. */
  answer: Message | null
  send: () => void
  wait: () => void
}

/** Asked once before a second answer leaves: somebody else is answering, or has, and what. */
export function AskFirst({ names, answer, send, wait }: Props) {
  const { say, list } = useWords()
  if (names.length === 0) return null
  return (
    <div className="composer-line meanwhile" role="alert">
      <Icon name="warning" />
      <p>
        {say("others.sendToo", { names: list(names), count: names.length })}
        {answer && <q className="others-answer">{shortened(answer.newText || answer.text)}</q>}
      </p>
      <Button onPress={send}>{say("others.sendAnyway")}</Button>
      <Button kind="quiet" onPress={wait}>
        {say("others.wait")}
      </Button>
    </div>
  )
}

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

const SHOWN = 240
