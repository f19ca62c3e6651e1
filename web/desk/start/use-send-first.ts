import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useRef, useState } from "react"
import { caseQuery } from "../api/case.ts"
import { FIRST } from "../api/drafts.ts"
import { newKey, post, Refused } from "../api/request.ts"
import type { Id, Message } from "../api/types.ts"
import { gapsIn } from "../composer/fill-template.ts"
import type { Drafting } from "../composer/use-draft.ts"
import type { How, SendState } from "../composer/use-send.ts"
import { undoSend } from "../message/undo-send.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

interface Given {
  draft: Drafting
  inboxId: Id
  /** The words that stood there already: alone they say nothing. */
  greeting: string
  uploading: boolean
  onSent: () => void
}

/** Hands over what is written to somebody first. Until the server has said yes, every word stays where it is. */
export function useSendFirst({ draft, inboxId, greeting, uploading, onSent }: Given): SendState {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { say, list } = useWords()
  const problem = useProblem()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const intention = useRef({ of: "", key: "" })

  const amiss = (): string | null => {
    const { text, subject, to, attachmentIds } = draft.current()
    const gaps = gapsIn(text)
    if (!to?.[0]?.address) return say("write.noAddress")
    if (!subject?.trim()) return say("write.noSubject")
    if ((!text.trim() || text.trim() === greeting) && !attachmentIds?.length) return say("composer.empty")
    if (uploading) return say("composer.uploading")
    return gaps.length > 0 ? say("composer.gaps", { names: list(gaps.map(({ name }) => name)) }) : null
  }
  const undo = async (message: Message, caseId: Id): Promise<void> => {
    try {
      const one = await client.fetchQuery(caseQuery(caseId))
      if (!(await undoSend(client, message, one))) tell(say("composer.takenBack"), { number: one.number })
    } catch (caught) {
      tell(problem(caught), { tone: "hot" })
    }
  }
  const send = async (how: How): Promise<boolean> => {
    if (pending || !inboxId) return false
    setError(null)
    setWrong(amiss())
    if (amiss() !== null) return false
    const { text, subject, to, cc, attachmentIds } = draft.current()
    const body = { inboxId, to: to?.[0], subject, text, ...how, ...(cc?.length ? { cc } : {}), ...(attachmentIds ? { attachmentIds } : {}) }
    const of = JSON.stringify(body)
    // The same once more, after an answer that got lost: it carries the same key, and the draft may be put away already.
    const again = intention.current.of === of && error instanceof Refused && error.status === 0
    if (!again) intention.current = { of, key: newKey() }
    const place = keepPlace()
    setPending(true)
    try {
      if (!(await draft.rest()) && !again) {
        draft.goOn()
        return false
      }
      const message = await post<Message>("/api/conversations", body, intention.current.key)
      const { caseId } = message
      draft.sent()
      client.removeQueries({ queryKey: ["draft", FIRST] })
      void client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === "views" || what === "cases" })
      onSent()
      if (caseId) place.take({ words: null, do: () => undo(message, caseId) }, message.id, message.dueAt)
      if (caseId) void navigate({ to: "/cases/$number", params: { number: caseId }, search: (now) => now })
      return true
    } catch (caught) {
      draft.goOn()
      setError(caught)
      setWrong(problem(caught))
      return false
    } finally {
      place.leave()
      setPending(false)
    }
  }
  const forget = (): void => {
    if (wrong !== null && error === null) setWrong(null)
  }
  return { send, asking: null, forget, pending, wrong, fields: error instanceof Refused ? error.fields : {} }
}
