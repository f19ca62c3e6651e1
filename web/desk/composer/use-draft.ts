import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { draftPath, draftQuery, type DraftKind } from "../api/drafts.ts"
import { put, Refused, remove } from "../api/request.ts"
import type { Draft, Id, Upload } from "../api/types.ts"
import { type Beside, bodyOf, type DraftBody, EMPTY, sameBody, together } from "./draft-body.ts"
import { GROWS } from "./grows.ts"
import { withBeside } from "./keep-beside.ts"
import { keepHere, keptHere, letGoOf } from "./kept-here.ts"
import { openDraft, othersThan } from "./open-draft.ts"

/** `elsewhere`: there is another text of it, or it is gone on another screen; nothing is saved until the agent has chosen. */
export type DraftState = "opening" | "clean" | "saving" | "saved" | "here" | "elsewhere"

/** A pause in typing after which the server keeps what was typed. */
const PAUSE = 700
/** After so long it is tried again where the server couldn't be reached. */
const AGAIN = 5000
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
  /** This browser's store is full: only the server can keep it. */
  noRoom: boolean
  /** Why the server didn't keep it, the last time. */
  refused: unknown
  change: (changes: Partial<DraftBody>) => void
  /** Words to begin with, which nobody has typed yet: not kept until something is. */
  begin: (text: string) => void
  /** What the attachments are, as the server told. */
  files: readonly Upload[]
  /** Throws the draft away here and on the server. */
  clear: () => Promise<void>
  /** Nothing of it is under way any more, until it was sent or goes on. Gives false when a choice came of that which nobody has seen yet. */
  rest: () => Promise<boolean>
  /** It couldn't be sent: it is kept as before. */
  goOn: () => void
  /** It was sent, and the server has put its copy away. */
  sent: () => void
  /** The other text, where there is one; null: it was sent or thrown away on another screen. */
  beside: Beside | null
  settle: (which: "mine" | "theirs" | "both") => void
}

/**
 * A draft that outlives everything: each keystroke is kept in this browser at once, and on the server after a pause. When another
 * screen has written meanwhile, nothing is overwritten until the agent has chosen.
 */
export function useDraft(conversationId: Id, kind: DraftKind, restored: Draft | null): Drafting {
  const client = useQueryClient()
  const held = useQuery(draftQuery(conversationId, kind))
  const [body, setBody] = useState<DraftBody>(EMPTY)
  const [state, setState] = useState<DraftState>("opening")
  const [beside, setBeside] = useState<Beside | null>(null)
  const [noRoom, setNoRoom] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const [files, setFiles] = useState<readonly Upload[]>([])
  const version = useRef(0)
  const given = useRef<readonly DraftBody[]>([])
  const latest = useRef<DraftBody>(EMPTY)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const drawing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const over = useRef(false)
  const resting = useRef(false)
  /** What is to be chosen from, and over which version it is written then; nothing is saved meanwhile. */
  const choice = useRef<{ beside: Beside | null; version: number } | null>(null)
  /** What this browser had kept before anything was typed; it holds from then on, and until the draft is there. */
  const found = useRef<ReturnType<typeof keptHere>>(undefined)
  const [opening] = useState(() => Promise.withResolvers<void>())
  const opened = useRef(false)
  /** It is to be sent as soon as it is known what was there before. */
  const waiting = useRef(false)
  const address = draftPath(conversationId, kind)

  const mayNotSave = (): boolean => over.current || resting.current || choice.current !== null
  const keep = (): void => {
    const { beside: other = null, version: theirs = 0 } = choice.current ?? {}
    const kept = { body: latest.current, version: theirs || version.current, given: given.current, beside: other }
    if (!over.current) setNoRoom(!keepHere(conversationId, kind, kept))
  }
  const keepMeanwhile = (): void => {
    if (found.current === undefined) found.current = keptHere(conversationId, kind)
    const now = latest.current
    setNoRoom(!keepHere(conversationId, kind, found.current ? withBeside(found.current, now) : { body: now, version: null }))
  }
  const give = (sending: DraftBody): Promise<Draft> => {
    given.current = [...given.current.slice(-2), sending]
    keep()
    return put<Draft>(address, { ...sending, version: version.current })
  }
  const choose = (other: Beside | null, theirs: number): void => {
    stop()
    choice.current = { beside: other, version: theirs }
    setBeside(other)
    setState("elsewhere")
    keep()
  }

  useEffect(() => {
    if (held.isPending || opened.current) return
    const here = found.current === undefined ? keptHere(conversationId, kind) : found.current
    const open = openDraft(here, held.data, restored)
    opened.current = true
    version.current = open.version
    given.current = here?.given ?? []
    setFiles(held.data?.files ?? [])
    const begun = latest.current
    const others = waiting.current ? othersThan(begun, [open.body, open.beside?.body]) : null
    // What was filled in meanwhile holds; text and files come below those that were there.
    const { attachmentIds } = together(open.body, begun)
    const text = [open.body.text, begun.text].filter(Boolean).join("\n\n")
    if (!others) put_({ ...open.body, ...begun, text, ...(attachmentIds ? { attachmentIds } : {}) })
    if (others) choose({ body: others, why: "begun" }, open.gone ? 0 : open.version)
    else if (open.beside || open.gone) choose(open.beside, open.gone ? 0 : open.version)
    else {
      setState("clean")
      if (begun !== EMPTY) keep()
      if (begun !== EMPTY || open.unsaved) later()
    }
    opening.resolve()
  }, [held.isPending])

  const save = async (): Promise<void> => {
    if (mayNotSave()) return
    const sending = latest.current
    setBody(sending)
    setState("saving")
    try {
      const kept = await give(sending)
      version.current = kept.version ?? 0
      given.current = []
      setRefused(null)
      client.setQueryData(draftQuery(conversationId, kind).queryKey, kept) // closed and opened again at once, it is this one
      setFiles(kept.files ?? [])
      if (latest.current === sending) {
        keepHere(conversationId, kind, null)
        setState("saved")
      } else keep()
    } catch (error) {
      if (error instanceof Refused && error.status === 409) {
        const theirs = (await held.refetch()).data
        const mine = theirs && given.current.some((one) => one !== sending && sameBody(one, bodyOf(theirs)))
        if (mine) {
          version.current = theirs.version ?? 0
          return await save() // it was ours, only its answer was lost
        }
        choose(theirs ? { body: bodyOf(theirs), why: "elsewhere" } : null, theirs?.version ?? 0)
      } else {
        setState("here")
        setRefused(error)
        if (error instanceof Refused && (error.status === 0 || error.status >= 500)) later(AGAIN)
      }
    }
  }
  const later = (after = PAUSE): void => {
    stop()
    if (mayNotSave()) return
    timer.current = setTimeout(() => {
      timer.current = null
      saving.current = saving.current.then(save)
    }, after)
  }
  const stop = (): void => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
  }

  useEffect(
    () => () => {
      if (timer.current === null || mayNotSave()) return
      stop()
      const last = latest.current
      give(last).then(
        () => letGoOf(conversationId, kind, last),
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
    noRoom,
    refused,
    files,
    begin: (text) => put_({ ...latest.current, text }),
    beside,
    change: ({ text, ...changes }) => {
      if (text !== undefined) putText(text)
      if (Object.keys(changes).length > 0) put_({ ...latest.current, ...changes })
      // The draft that is there comes first; what is typed goes below it.
      if (!opened.current) return keepMeanwhile()
      keep()
      later()
    },
    clear: async () => {
      stop()
      await saving.current
      put_(EMPTY)
      version.current = 0
      await remove(address)
    },
    rest: async () => {
      const [before, mine] = [choice.current, latest.current]
      waiting.current = true
      await opening.promise
      waiting.current = false
      if (!sameBody(latest.current, mine)) return false
      // The last words ask first, too: what another screen wrote meanwhile isn't put away with ours.
      if (timer.current) saving.current = saving.current.then(save)
      stop()
      await saving.current
      resting.current = true
      stop()
      return choice.current === before
    },
    goOn: () => {
      resting.current = false
      keep()
      later()
    },
    sent: () => {
      stop()
      over.current = true
      keepHere(conversationId, kind, choice.current?.beside ? { body: choice.current.beside.body, version: 0 } : null)
    },
    settle: (which) => {
      if (!choice.current || over.current) return
      const other = choice.current.beside?.body ?? EMPTY
      version.current = choice.current.version
      choice.current = null
      if (which !== "mine") put_(which === "both" ? together(latest.current, other) : other)
      setBeside(null)
      if (latest.current === EMPTY) {
        keepHere(conversationId, kind, null)
        setState("clean")
        return
      }
      setState("saving")
      keep()
      saving.current = saving.current.then(save)
    },
  }
}
