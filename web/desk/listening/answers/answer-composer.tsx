import { useQuery } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { Wrong } from "../../parts/wrong.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Mention } from "../api.ts"
import { authorName } from "../mentions/mention-words.tsx"
import { Aims, NO_AIMS } from "./aims.tsx"
import { AnswerField } from "./answer-field.tsx"
import { type Answer, waysQuery } from "./api.ts"
import { AsItStands } from "./as-it-stands.tsx"
import { countSigns } from "./count.ts"
import { Findings } from "./findings.tsx"
import { Replaces } from "./replaces.tsx"
import { useAnswerAct } from "./use-answer-act.ts"
import { useCheck } from "./use-check.ts"
import { useSavedDraft } from "./use-saved-draft.ts"

/** An answer being written: kept as it is typed, read by the guard, shown as it will stand, and given on its way. */
export function AnswerComposer({ answer, mention, decided }: { answer: Answer; mention: Mention; decided: boolean }) {
  const { say } = useWords()
  const problem = useProblem()
  const ways = useQuery(waysQuery(mention.id)).data ?? []
  const { text, write, accountId, choose, saved, trouble } = useSavedDraft(answer)
  const { check, found } = useCheck(answer, accountId, text)
  const { act, discard } = useAnswerAct(answer.id)
  const [aims, setAims] = useKeptPart(`aims ${answer.id}`, "aims", NO_AIMS)
  const [error, setError] = useState<unknown>(null)
  const sending = useRef(false)
  const way = ways.find((one) => one.accountId === accountId)
  const tooLong = way !== undefined && countSigns(text, way.counting) > way.counting.most
  const open = found.some(({ soft, released }) => !soft && !released)
  const asks = check?.needsApproval ?? way?.needsApproval ?? false
  const submit = async (): Promise<void> => {
    if (sending.current) return
    sending.current = true
    setError(null)
    try {
      const revision = await saved()
      await act("submit", { revision, decision: Object.values(aims).some((words) => words.trim()) ? aims : null })
    } catch (refused) {
      setError(refused)
    } finally {
      sending.current = false
    }
  }
  return (
    <div className="answer-write">
      {ways.length > 1 && (
        <Choice
          label={say("answer.account")}
          name="account"
          value={accountId}
          onChange={choose}
          options={ways.map(({ accountId: value, name, handle }) => ({ value, label: `${name} · ${handle}` }))}
        />
      )}
      {way?.keepsOne && <Replaces mentionId={mention.id} accountId={way.accountId} />}
      <AnswerField text={text} onChange={write} language={answer.language} found={found} counting={way?.counting} />
      <Findings
        found={found}
        onRelease={async ({ kind, text: words }, reason) => {
          await saved()
          await act("releases", { kind, text: words, reason })
        }}
      />
      {text.trim() && way && (
        <AsItStands
          label={say("answer.preview")}
          name={way.name}
          handle={way.handle}
          to={authorName(mention)}
          text={text}
          language={answer.language}
        />
      )}
      {!decided && <Aims aims={aims} onChange={setAims} />}
      {(error !== null || trouble !== null) && <Wrong>{problem(error ?? trouble)}</Wrong>}
      <div className="answer-acts">
        <Button kind="main" icon="send" disabled={text.trim() === "" || tooLong || open || !way} onPress={() => void submit()}>
          {say(asks ? "answer.askApproval" : "answer.send")}
        </Button>
        <Button kind="quiet" onPress={discard}>
          {say("answer.discard")}
        </Button>
        <p className="help">
          {check?.unread && <>{say("answer.unread")} </>}
          {say(asks ? "answer.willAsk" : "answer.willWait")}
          {way && !way.takesBack && <> {say("answer.willStay")}</>}
        </p>
      </div>
    </div>
  )
}
