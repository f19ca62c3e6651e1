import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { get, mayPass, put, Refused } from "../api/request.ts"
import type { Id } from "../api/types.ts"
import { useMe } from "../shell/me.ts"
import { articleQuery, type ArticleLanguage, type ArticleText, type OneArticle } from "./api.ts"
import { keepTyped, type Typed, typedHere } from "./kept-here.ts"

/** `news`: what somebody else has written since stands here now, for nothing was unsaved. */
export type TextState = "clean" | "saving" | "saved" | "here" | "elsewhere" | "news"

/** A pause in typing after which the server keeps what was typed. */
const PAUSE = 600
/** After so long it is tried again where the server couldn't be reached. */
const AGAIN = 5000

export interface TextDrafting {
  typed: Typed
  /** As the server has it: blocks for the preview, what identifies a customer, the state. Null: nothing yet. */
  kept: ArticleText | null
  state: TextState
  change: (changes: Partial<Typed>) => void
  /** What is typed by now, whenever it is asked. */
  now: () => Typed
  /** Whether the editor was left. */
  left: () => boolean
  /** Resolves when the server has all of it; gives what it has. */
  settled: () => Promise<ArticleText | null>
  /** What the server says of it after it was published or taken back. */
  took: (text: ArticleText) => void
  /** Why the server didn't keep it, the last time. */
  refused: unknown
  /** What somebody else has written meanwhile, while one is to choose. */
  theirs: ArticleText | null
  /** Somebody else has written: keep these words, or take theirs. Gives whether the choice could be made; `refused` says why not. */
  choose: (which: "mine" | "theirs") => Promise<boolean>
}

/** One language of an article while it is written: each keystroke is kept here at once, and on the server after a pause. */
export function useText(articleId: Id, language: ArticleLanguage, first: ArticleText | null): TextDrafting {
  const me = useMe()
  const client = useQueryClient()
  const [here] = useState(() => typedHere(me.id, articleId, language))
  const [typed, setTyped] = useState<Typed>(() => wordsOf(here ?? first))
  const [kept, setKept] = useState(first)
  const [theirs, setTheirs] = useState<ArticleText | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [state, setState] = useState<TextState>(here ? "here" : "clean")
  const choosing = useRef(false)
  const left = useRef(false)
  const latest = useRef(typed)
  const keptNow = useRef(first)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const unsaved = useRef(here !== null)
  // Words that were kept here were typed over what the server had then, whatever it has now.
  const over = useRef(here ? (here.revision ?? 0) : (first?.revision ?? 0))
  const address = `/api/articles/${articleId}/texts/${language}`

  const took = (text: ArticleText): void => {
    keptNow.current = text
    over.current = text.revision
    setKept(text)
    client.setQueryData<OneArticle>(articleQuery(articleId).queryKey, (one) => one && { ...one, texts: withText(one, text) })
  }
  const keep = (): void => keepTyped(me.id, articleId, language, { ...latest.current, revision: over.current })
  const offer = async (): Promise<void> => {
    setState("elsewhere")
    choosing.current = true
    const now = await get<OneArticle>(`/api/articles/${articleId}`).catch(() => null) // asked again when one chooses
    const other = now?.texts.find((text) => text.language === language) ?? null
    if (!other || other.title !== latest.current.title || other.body !== latest.current.body) return setTheirs(other)
    took(other) // it was ours, only its answer was lost
    settle()
  }
  const settle = (as: TextState = "saved"): void => {
    choosing.current = false
    unsaved.current = false
    keepTyped(me.id, articleId, language, null)
    setState(as)
  }
  const save = async (): Promise<void> => {
    const sending = latest.current
    setState("saving")
    try {
      took(await put<ArticleText>(address, { ...sending, revision: over.current }))
      setRefused(null)
      if (latest.current !== sending) return keep()
      settle()
      void client.invalidateQueries({ queryKey: ["articles"] })
    } catch (error) {
      if (error instanceof Refused && error.status === 409) return offer()
      setState("here")
      setRefused(error)
      if (mayPass(error)) later(AGAIN)
    }
  }
  const saveNow = (): Promise<void> => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    saving.current = saving.current.then(save)
    return saving.current
  }
  const later = (after = PAUSE): void => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => void saveNow(), after)
  }
  useEffect(() => {
    if (here) later()
    left.current = false
    return () => {
      left.current = true
      if (timer.current) void saveNow()
    }
  }, [])
  useEffect(() => {
    const known = keptNow.current?.revision ?? 0
    if (!first || first === keptNow.current || first.revision < known) return
    const theirsIsNew = first.revision > known
    if (theirsIsNew && unsaved.current) return // one is asked once it is saved
    keptNow.current = first
    setKept(first)
    if (!theirsIsNew) return
    over.current = first.revision
    put_(wordsOf(first))
    setState("news")
  }, [first])

  const put_ = (next: Typed): void => {
    latest.current = next
    setTyped(next)
  }
  return {
    typed,
    kept,
    state,
    took,
    change: (changes) => {
      put_({ ...latest.current, ...changes })
      unsaved.current = true
      keep()
      if (!choosing.current) later()
    },
    now: () => latest.current,
    left: () => left.current,
    settled: async () => {
      if (unsaved.current) await saveNow()
      return unsaved.current ? null : keptNow.current
    },
    refused,
    theirs,
    choose: async (which) => {
      try {
        const now = await get<OneArticle>(`/api/articles/${articleId}`)
        const other = now.texts.find((text) => text.language === language)
        setRefused(null)
        setTheirs(null)
        choosing.current = false
        if (other) took(other)
        if (which === "theirs" && other) {
          put_(wordsOf(other))
          settle()
        } else await saveNow()
        return true
      } catch (error) {
        setRefused(error) // both stay as they are, to choose again
        return false
      }
    },
  }
}

const wordsOf = (text: Typed | null): Typed => ({ title: text?.title ?? "", body: text?.body ?? "" })

function withText({ texts }: OneArticle, text: ArticleText): ArticleText[] {
  return [...texts.filter(({ language }) => language !== text.language), text].sort((a, b) => (a.language < b.language ? -1 : 1))
}
