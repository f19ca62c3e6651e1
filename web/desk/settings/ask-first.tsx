import { useSyncExternalStore } from "react"
import { Button } from "../parts/button.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { useWords } from "../words/use-words.ts"

export interface Question {
  title: string
  /** What is lost by it, and what stays. */
  lost: string
  /** The word on the button. */
  act: string
  do: () => void
}

let asked: Question | null = null
const hearing = new Set<() => void>()

/** Asks before something that can't be taken back. */
export function askFirst(question: Question | null): void {
  asked = question
  for (const hear of hearing) hear()
}

function listen(hear: () => void): () => void {
  hearing.add(hear)
  return () => hearing.delete(hear)
}

/** The question that is open, if any. Escape and the cross mean no; so does the button that has the focus. */
export function AskFirst() {
  const { say } = useWords()
  const question = useSyncExternalStore(listen, () => asked)
  if (!question) return null
  const leave = (): void => askFirst(null)
  return (
    <Dialog title={question.title} onClose={leave}>
      <p className="dialog-words">{question.lost}</p>
      <div className="form-end">
        <Button onPress={leave} autoFocus>
          {say("act.cancel")}
        </Button>
        <Button
          kind="danger"
          onPress={() => {
            leave()
            question.do()
          }}
        >
          {question.act}
        </Button>
      </div>
    </Dialog>
  )
}
