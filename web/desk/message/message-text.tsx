import type { Message } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { Linked } from "./linked.tsx"

/** What was newly written; the signature dim, the history folded. */
export function MessageText({ message }: { message: Message }) {
  const { say } = useWords()
  const { newText, quoted, signature, text } = message
  const words = newText || (quoted ? "" : text)
  return (
    <div className="message-text">
      {words ? <Linked className="words" text={words.trimEnd()} /> : <p className="words words-none">{say("message.noText")}</p>}
      {signature && <Linked className="words words-signature" text={signature.trim()} />}
      {quoted && (
        <details className="quoted">
          <summary>{say("message.history")}</summary>
          <Linked className="words" text={quoted.trim()} />
        </details>
      )}
    </div>
  )
}
