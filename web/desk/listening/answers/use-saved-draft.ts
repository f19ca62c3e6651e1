import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { patch } from "../../api/request.ts"
import { keepAt, keptAt, placeOf, settleAt } from "../../parts/kept-typing.ts"
import type { Answer, AnswerDetail } from "./api.ts"

const PAUSE = 600

interface Draft {
  text: string
  write: (text: string) => void
  accountId: string
  choose: (accountId: string) => void
  /** Everything typed is on the server: gives the revision. @throws Refused */
  saved: () => Promise<number>
  trouble: unknown
}

/** What is typed, kept on the server a moment later, and in the browser until then; what others changed meanwhile isn't written over. */
export function useSavedDraft(answer: Answer): Draft {
  const client = useQueryClient()
  const [place] = useState(() => placeOf(`answer ${answer.id}`))
  const [text, setText] = useState(() => keptAt(place).fields["text"]?.[0] ?? answer.text)
  const [accountId, setAccount] = useState(answer.account.id)
  const [trouble, setTrouble] = useState<unknown>(null)
  const kept = useRef({ text: answer.text, accountId: answer.account.id, revision: answer.revision })
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const now = useRef({ text, accountId })
  now.current = { text, accountId }
  const save = async (): Promise<void> => {
    const { text: typed, accountId: chosen } = now.current
    if (typed === kept.current.text && chosen === kept.current.accountId) return
    const { revision } = await patch<AnswerDetail>(`/api/public-answers/${answer.id}`, {
      revision: kept.current.revision,
      text: typed,
      accountId: chosen,
    })
    kept.current = { text: typed, accountId: chosen, revision }
    if (now.current.text === typed) settleAt(place)
    void client.invalidateQueries({ queryKey: ["answers"] })
  }
  const saved = async (): Promise<number> => {
    const next = saving.current.then(save)
    saving.current = next.catch(() => {}) // told by whoever waits for this one
    await next
    return kept.current.revision
  }
  useEffect(() => {
    const timer = setTimeout(() => {
      saved().then(
        () => setTrouble(null),
        (error: unknown) => setTrouble(error),
      )
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, accountId])
  useEffect(
    () => () => {
      void saved().catch(() => {}) // the page is left; the next one shows what was kept
    },
    [],
  )
  // Changed elsewhere, and nothing stands here that isn't kept: the newer words are shown.
  useEffect(() => {
    const { text: typed, accountId: chosen } = now.current
    if (answer.revision <= kept.current.revision || typed !== kept.current.text || chosen !== kept.current.accountId) return
    kept.current = { text: answer.text, accountId: answer.account.id, revision: answer.revision }
    setText(answer.text)
    setAccount(answer.account.id)
  }, [answer.revision, answer.text, answer.account.id])
  const write = (typed: string): void => {
    if (typed === kept.current.text) settleAt(place)
    else keepAt(place, { fields: { text: [typed] } })
    setText(typed)
  }
  return { text, write, accountId, choose: setAccount, saved, trouble }
}
