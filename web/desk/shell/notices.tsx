import { Link } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { newStore } from "../api/store.ts"
import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"
import { useCommands } from "./keys.ts"
import { keepPlace, type Place, undoables, undoLast } from "./undoables.ts"

interface Act {
  words: string
  /** Promises false where it failed, and has said so. */
  do: () => unknown
  onward?: boolean
  /** The case in which it would be undone, said once it is by key. */
  number?: number
}

export interface Notice {
  id: number
  words: string
  tone?: "calm" | "hot"
  /** The way back; `onward`: rather a way on, which no key takes. */
  act?: Act
  /** The number of the case in which it happened: one may have gone on meanwhile. */
  number?: number
}

const notices = newStore<readonly Notice[]>([])
let last = 0
/** So many stand at once; what went wrong stays until somebody has read it. */
const MOST = 4

/**
 * Says something in passing; what can be undone carries the way back, and is undone by key as well: in the `place` that was kept for it
 * when it was begun.
 */
export function tell(words: string, more: Pick<Notice, "tone" | "act" | "number"> = {}, place?: Place): void {
  const id = ++last
  const { act } = more
  if (!act || act.onward) return show({ id, words, ...more })
  const forget = (place ?? keepPlace()).take({
    words,
    number: act.number ?? more.number,
    do: () => {
      dismiss(id)
      return act.do()
    },
  })
  show({
    id,
    words,
    ...more,
    act: {
      words: act.words,
      do: () => {
        forget()
        return act.do()
      },
    },
  })
}

function show(notice: Notice): void {
  notices.set((now) => {
    const calm = now.filter(({ tone }) => tone !== "hot")
    const gone = calm.slice(0, Math.max(0, now.length + 1 - MOST))
    return [...now.filter((each) => !gone.includes(each)), notice].slice(-2 * MOST)
  })
}

const dismiss = (id: number): void => notices.set((now) => now.filter((notice) => notice.id !== id))

/** Whoever comes after neither reads nor undoes what another did. */
export function forgetNotices(): void {
  notices.set([])
  undoables.set([])
}

export function Notices() {
  const { say } = useWords()
  const undo = async (): Promise<void> => {
    const undone = await undoLast()
    if (undone?.words) tell(say("notice.undone", { what: undone.words }), undone.number === undefined ? {} : { number: undone.number })
  }
  useCommands({ "desk.undo": undoables.use().length > 0 ? () => void undo() : undefined })
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.use().map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

/** Goes by itself, but not from under a pointer or the focus; an error stays until it is put away. */
function NoticeLine({ notice }: { notice: Notice }) {
  const { say } = useWords()
  const { id, words, tone, act, number } = notice
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held || tone === "hot") return
    const timer = setTimeout(() => dismiss(id), act ? 15_000 : 5_000)
    return () => clearTimeout(timer)
  }, [id, held])
  return (
    <div
      className="notice"
      data-tone={tone}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span>{words}</span>
      {number !== undefined && (
        <Link className="link" to="/cases/$number" params={{ number: String(number) }} search={{}}>
          {say("notice.case", { number: String(number) })}
        </Link>
      )}
      {act && (
        <Button
          kind="quiet"
          icon="undo"
          onPress={() => {
            act.do()
            dismiss(id)
          }}
        >
          {act.words}
        </Button>
      )}
      <Button bare kind="quiet" icon="close" onPress={() => dismiss(id)}>
        {say("act.close")}
      </Button>
    </div>
  )
}
