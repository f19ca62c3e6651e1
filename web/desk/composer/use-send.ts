import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { refresh } from "../actions/use-act.ts"
import type { DraftKind } from "../api/drafts.ts"
import { timelineQuery } from "../api/case.ts"
import { newKey, post, Refused } from "../api/request.ts"
import type { Case, Id, Message, TimelineItem } from "../api/types.ts"
import { focusSoon } from "../parts/focus-soon.ts"
import { announce } from "../shell/announcer.tsx"
import { undoSend } from "../message/undo-send.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { writing } from "./composer-state.ts"
import { gapsIn } from "./fill-template.ts"
import type { Drafting } from "./use-draft.ts"

interface Given {
  one: Case
  kind: DraftKind
  conversationId: Id
  draft: Drafting
  answering: Id | null
  seen: Id | null
  /** The words that stood there already: alone they say nothing. */
  greeting: string
  mentions: Id[]
  teams: Id[]
  uploading: boolean
  /** Colleagues who are answering too: asked about once. */
  others: readonly string[]
  /** What colleagues have answered since: each is asked about once. */
  answers: readonly Message[]
}

export interface How {
  sendAt?: string
  regardlessOfHours?: boolean
}

export interface SendState {
  send: (how: How) => Promise<boolean>
  /** Whether to send all the same, although a colleague answers too. */
  asking: { names: readonly string[]; answer: Message | null; send: () => void; wait: () => void } | null
  /** What was wrong is being put right. */
  forget: () => void
  pending: boolean
  wrong: string | null
  fields: Readonly<Record<string, string>>
}

/** Why an answer was stopped: a colleague's has come first. */
const ANSWERED = "conversations.reply.answered"

/** Hands over what was written. Until the server has said yes, every word stays where it is. */
export function useSend(given: Given): SendState {
  const { one, kind, conversationId, draft, answering, seen, greeting, mentions, teams, uploading, others, answers } = given
  const client = useQueryClient()
  const { say, list } = useWords()
  const problem = useProblem()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [asking, setAsking] = useState<How | null>(null)
  const known = useRef<readonly string[]>([])
  const intention = useRef({ of: "", key: "" })

  /** The same words sent again after a lost answer carry the same key: they can't go out twice. */
  const keyFor = (body: unknown): string => {
    const of = JSON.stringify(body)
    if (intention.current.of !== of) intention.current = { of, key: newKey() }
    return intention.current.key
  }

  const undo = (message: Message): Promise<void> =>
    undoSend(client, message, one).then(
      (here) => void (here || tell(say("composer.takenBack"), { number: one.number })),
      (caught: unknown) => tell(problem(caught), { tone: "hot", number: one.number }),
    )

  const send: SendState["send"] = async (how) => {
    if (pending) return false
    const { text, to, cc, quote, attachmentIds, withHelp } = draft.current()
    if ((!text.trim() || text.trim() === greeting) && !attachmentIds?.length) {
      setWrong(say("composer.empty"))
      return false
    }
    if (uploading) {
      setWrong(say("composer.uploading"))
      return false
    }
    const gaps = kind === "note" ? [] : gapsIn(text)
    if (gaps.length > 0) {
      setWrong(say("composer.gaps", { names: list(gaps.map(({ name }) => name)) }))
      return false
    }
    const unknown = [...others, ...answers.map(({ id }) => id)].some((one) => !known.current.includes(one))
    if (unknown) {
      setAsking(how)
      return false
    }
    const body =
      kind === "note"
        ? { text, mentions, teams, ...(attachmentIds ? { attachmentIds } : {}), ...(withHelp ? { withHelp } : {}) }
        : {
            text,
            ...how,
            ...(to ? { to } : {}),
            ...(cc ? { cc } : {}),
            ...(quote ? { quote } : {}),
            ...(attachmentIds ? { attachmentIds } : {}),
            ...(answering ? { answering } : {}),
            ...(seen ? { seen } : {}),
            ...(seen && answers.length > 0 ? { knownAnswer: answers.at(-1)?.id } : {}),
            ...(withHelp ? { withHelp } : {}),
          }
    const begun = writing.get()
    const place = kind === "reply" ? keepPlace() : null
    setPending(true)
    setWrong(null)
    setError(null)
    try {
      // A draft that came after its answer would stand there again. And the text of another screen is read before this one goes.
      if (!(await draft.rest())) {
        draft.goOn()
        return false
      }
      const message = await post<Message>(
        `/api/conversations/${conversationId}/${kind === "note" ? "notes" : "replies"}`,
        body,
        keyFor(body),
      )
      draft.sent()
      announce(say(kind === "note" ? "composer.kept" : "composer.leaves"))
      if (kind === "note") await draft.clear().catch(() => {}) // an old draft that stays does no harm: it is shown when one writes again
      client.setQueryData(timelineQuery(one.id).queryKey, (now) => now && withMessage(now, message))
      // Where it was taken back already, another composer asks for its own.
      if (writing.get() === begun) {
        client.removeQueries({ queryKey: ["draft", conversationId, kind] })
        writing.set(null)
        focusSoon(`#message-${CSS.escape(message.id)}`)
      }
      place?.take({ words: null, do: () => undo(message) }, message.id, message.dueAt)
      void refresh(client, one.id)
      return true
    } catch (caught) {
      draft.goOn()
      setError(caught)
      setWrong(problem(caught))
      if (!(caught instanceof Refused) || caught.status !== 409) return false
      void refresh(client, one.id)
      if (caught.problem.key === ANSWERED) setAsking(how)
      return false
    } finally {
      place?.leave()
      setPending(false)
    }
  }
  const asked = asking && {
    names: [...new Set([...others, ...answers.map(({ from }) => from.name)])],
    answer: answers.at(-1) ?? null,
    send: () => {
      known.current = [...others, ...answers.map(({ id }) => id)]
      setAsking(null)
      void send(asking)
    },
    wait: () => setAsking(null),
  }
  const forget = (): void => {
    if (wrong !== null && error === null) setWrong(null)
  }
  return { send, asking: asked, forget, pending, wrong, fields: error instanceof Refused ? error.fields : {} }
}

/** Shown at once, before the timeline has been fetched again. */
function withMessage(items: TimelineItem[], message: Message): TimelineItem[] {
  if (items.some(({ id }) => id === message.id)) return items
  const actor = message.from.agentId ? { ref: `agent:${message.from.agentId}`, name: message.from.name } : null
  return [...items, { id: message.id, at: message.receivedAt, actor, kind: message.direction === "note" ? "note" : "message", message }]
}
