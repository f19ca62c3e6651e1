import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { draftQuery, type DraftKind } from "../api/messages.ts"
import { put, Refused, remove } from "../api/request.ts"
import type { Draft, Id, Upload } from "../api/types.ts"
import { GROWS } from "./grows.ts"
import { keepHere, keptHere } from "./kept-here.ts"

export type DraftBody = Omit<Draft, "version" | "files">
export type DraftState = "opening" | "clean" | "saving" | "saved" | "here" | "elsewhere"

/** A pause in typing after which the server keeps what was typed. */
const PAUSE = 700
/** A pause after which what is drawn from the text is drawn anew: letters stand in the field by themselves. */
const BREATH = 120
/** Signs of what is drawn from the text: gaps, people who are called. Without any, letters in the field are all there is to see. */
const DRAWN = /[⟦@]/

export interface Drafting {
  /** As it is drawn: a breath behind somebody who types, or until it is saved where nothing is drawn from the words. */
  body: DraftBody
  /** As it is now. */
  current: () => DraftBody
  state: DraftState
  change: (changes: Partial<DraftBody>) => void
  /** Words to begin with, which nobody has typed yet: not kept until something is. */
  begin: (text: string) => void
  /** What the attachments are, as the server told. */
  files: readonly Upload[]
  /** Throws the draft away here and on the server. */
  clear: () => Promise<void>
  /** It was sent, and the server has put its copy away. */
  sent: () => void
  /** The draft that another screen wrote: take it, or write this one over it. */
  other: Draft | null
  settle: (which: "mine" | "theirs") => void
}

const EMPTY: DraftBody = { text: "" }

/**
 * A draft that outlives everything: each keystroke is kept in this browser at once, and on the server after a pause. When another
 * screen has written meanwhile, nothing is overwritten until the agent has chosen.
 */
export function useDraft(conversationId: Id, kind: DraftKind, restored: Draft | null): Drafting {
  const client = useQueryClient()
  const held = useQuery(draftQuery(conversationId, kind))
  const [body, setBody] = useState<DraftBody>(EMPTY)
  const [state, setState] = useState<DraftState>("opening")
  const [other, setOther] = useState<Draft | null>(null)
  const [files, setFiles] = useState<readonly Upload[]>([])
  const version = useRef(0)
  const latest = useRef<DraftBody>(EMPTY)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const drawing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const address = `/api/conversations/${conversationId}/drafts/${kind}`

  useEffect(() => {
    if (held.isPending || state !== "opening") return
    const here = keptHere(conversationId, kind)
    const server = held.data ?? null
    version.current = server?.version ?? 0
    setFiles(server?.files ?? [])
    const first = restored ? bodyOf(restored) : (here ?? (server ? bodyOf(server) : EMPTY))
    const typed = latest.current.text
    put_({ ...first, text: [first.text, typed].filter(Boolean).join("\n\n") })
    setState("clean")
    if (typed || (here && !restored)) later()
  }, [held.isPending])

  const save = async (): Promise<void> => {
    const sending = latest.current
    setBody(sending)
    setState("saving")
    try {
      const kept = await put<Draft>(address, { ...sending, version: version.current })
      version.current = kept.version ?? 0
      client.setQueryData(draftQuery(conversationId, kind).queryKey, kept) // closed and opened again at once, it is this one
      setFiles(kept.files ?? [])
      if (latest.current === sending) {
        keepHere(conversationId, kind, null)
        setState("saved")
      }
    } catch (error) {
      if (error instanceof Refused && error.status === 409) {
        setOther((await held.refetch()).data ?? null)
        setState("elsewhere")
      } else setState("here")
    }
  }
  const later = (): void => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = null
      saving.current = saving.current.then(save)
    }, PAUSE)
  }
  const stop = (): void => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
  }

  useEffect(
    () => () => {
      if (timer.current === null) return
      stop()
      void put(address, { ...latest.current, version: version.current }).then(
        () => keepHere(conversationId, kind, null),
        () => {}, // kept in this browser, and saved when the composer opens again
      )
    },
    [address, conversationId, kind],
  )

  useEffect(() => () => clearTimeout(drawing.current), [])
  const put_ = (next: DraftBody): void => {
    clearTimeout(drawing.current)
    latest.current = next
    setBody(next)
  }
  const putText = (text: string): void => {
    clearTimeout(drawing.current)
    latest.current = { ...latest.current, text }
    if (!GROWS || DRAWN.test(text) || DRAWN.test(body.text)) drawing.current = setTimeout(() => setBody(latest.current), BREATH)
  }
  return {
    body,
    current: () => latest.current,
    state,
    files,
    begin: (text) => put_({ ...latest.current, text }),
    other,
    change: ({ text, ...changes }) => {
      if (text !== undefined) putText(text)
      if (Object.keys(changes).length > 0) put_({ ...latest.current, ...changes })
      if (state === "opening") return // the draft that is there comes first; what is typed goes below it
      keepHere(conversationId, kind, latest.current)
      if (state !== "elsewhere") later()
    },
    clear: async () => {
      stop()
      await saving.current
      put_(EMPTY)
      keepHere(conversationId, kind, null)
      version.current = 0
      await remove(address)
    },
    sent: () => {
      stop()
      keepHere(conversationId, kind, null)
    },
    settle: (which) => {
      if (other) version.current = other.version ?? 0
      if (which === "theirs" && other) {
        put_(bodyOf(other))
        keepHere(conversationId, kind, null)
        setState("saved")
      } else {
        setState("saving")
        saving.current = saving.current.then(save)
      }
      setOther(null)
    },
  }
}

function bodyOf({ text, to, cc, quote, attachmentIds, answering }: Draft): DraftBody {
  return {
    text,
    ...(to ? { to } : {}),
    ...(cc ? { cc } : {}),
    ...(quote === undefined ? {} : { quote }),
    ...(attachmentIds ? { attachmentIds } : {}),
    ...(answering ? { answering } : {}),
  }
}
