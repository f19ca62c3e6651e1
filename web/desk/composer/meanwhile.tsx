import type { ReactNode } from "react"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { answerTo } from "./composer-state.ts"
import type { MeanwhileState } from "./use-meanwhile.ts"

/** Somebody wrote while this was being written: here, or in another conversation of the case. */
export function Meanwhile({ newer: [newer, ...more], elsewhere, read }: MeanwhileState) {
  const { say } = useWords()
  const customer = [newer, ...more].some((message) => message?.direction === "in")
  return (
    <>
      {newer && (
        <Told words={customer ? say("meanwhile.customer") : say("meanwhile.colleague", { name: newer.from.name })} message={newer}>
          <Button onPress={read}>{say("meanwhile.read")}</Button>
        </Told>
      )}
      {elsewhere && (
        <Told
          words={say("meanwhile.elsewhere", { name: elsewhere.from.name || elsewhere.from.address, subject: elsewhere.subject })}
          message={elsewhere}
        >
          <Button onPress={() => answerTo(elsewhere)}>{say("meanwhile.there")}</Button>
          {!newer && (
            <Button kind="quiet" onPress={read}>
              {say("meanwhile.read")}
            </Button>
          )}
        </Told>
      )}
    </>
  )
}

function Told({ words, message, children }: { words: string; message: Message; children: ReactNode }) {
  const { say } = useWords()
  return (
    <div className="composer-line meanwhile" role="alert">
      <Icon name="warning" />
      <p>
        {words}{" "}
        <a className="link" href={`#message-${message.id}`}>
          {say("meanwhile.see")}
        </a>
      </p>
      {children}
    </div>
  )
}
