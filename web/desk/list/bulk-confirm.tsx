import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type { BulkAction, BulkPreview } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { MOST_AT_ONCE, selection } from "./selection.ts"
import { previewBulk, selectionOf, useRunBulk } from "./use-bulk.ts"

/** What will be touched and what not and why, before it is. */
export function BulkConfirm({ action, onDone, onClose }: { action: BulkAction; onDone: () => void; onClose: () => void }) {
  const { say } = useWords()
  const problem = useProblem()
  const run = useRunBulk()
  const [running, setRunning] = useState(false)
  const now = selection.use()
  const asked = selectionOf(now)
  const found = useQuery({ queryKey: ["bulk-preview", asked, action], queryFn: () => previewBulk(asked, action), gcTime: 0, retry: false })
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return
      event.preventDefault()
      event.stopImmediatePropagation()
      onClose()
    }
    addEventListener("keydown", leave, { capture: true })
    return () => removeEventListener("keydown", leave, { capture: true })
  }, [onClose])
  const preview = found.data
  return (
    <div className="bulk-confirm">
      {found.isError && <Wrong>{problem(found.error)}</Wrong>}
      <div role="status">
        {preview && preview.touched === 0 && <p>{say("bulk.nothing")}</p>}
        {preview && <Left preview={preview} picked={now.ids.size} />}
      </div>
      <div className="bulk">
        {preview && preview.touched > 0 && (
          <Button
            kind={action.do === "spam" ? "danger" : "main"}
            autoFocus
            pending={running}
            onPress={() => {
              setRunning(true)
              void run(asked, preview, action).then((done) => (done ? onDone() : setRunning(false)))
            }}
          >
            {say(`bulk.do.${action.do}`, { count: preview.touched })}
          </Button>
        )}
        <Button kind="quiet" onPress={onClose} autoFocus={preview?.touched === 0}>
          {say("bulk.back")}
        </Button>
      </div>
    </div>
  )
}

/** Those that can't be touched, by reason, the first few by their numbers. */
function Left({ preview, picked }: { preview: BulkPreview; picked: number }) {
  const { say, list } = useWords()
  const reasons = [...new Set(preview.untouched.map(({ text }) => text))]
  return (
    <ul className="bulk-left">
      {preview.more && <li>{say("bulk.most")}</li>}
      {picked > MOST_AT_ONCE && <li>{say("select.most")}</li>}
      {preview.gone > 0 && <li>{say("bulk.gone", { count: preview.gone })}</li>}
      {reasons.map((text) => {
        const cases = preview.untouched.filter((left) => left.text === text)
        const numbers = list(cases.slice(0, 4).map(({ number }) => `#${number}`))
        return (
          <li key={text}>{say("bulk.leaves", { count: cases.length, numbers: cases.length > 4 ? `${numbers}…` : numbers, why: text })}</li>
        )
      })}
    </ul>
  )
}
