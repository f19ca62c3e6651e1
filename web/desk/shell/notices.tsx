import { useEffect } from "react"
import { newStore } from "../api/store.ts"
import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"

export interface Notice {
  id: number
  words: string
  tone?: "calm" | "hot"
  act?: { words: string; do: () => void }
}

const notices = newStore<readonly Notice[]>([])
let last = 0

/** Says something in passing; what can be undone carries the way back. */
export function tell(words: string, more: Pick<Notice, "tone" | "act"> = {}): void {
  notices.set((now) => [...now.slice(-1), { id: ++last, words, ...more }])
}

const dismiss = (id: number): void => notices.set((now) => now.filter((notice) => notice.id !== id))

export function Notices() {
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.use().map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { say } = useWords()
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), notice.act || notice.tone === "hot" ? 15_000 : 5_000)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div className="notice" data-tone={notice.tone}>
      <span>{notice.words}</span>
      {notice.act && (
        <Button
          kind="quiet"
          icon="undo"
          onPress={() => {
            notice.act?.do()
            dismiss(notice.id)
          }}
        >
          {notice.act.words}
        </Button>
      )}
      <Button bare kind="quiet" icon="close" onPress={() => dismiss(notice.id)}>
        {say("act.close")}
      </Button>
    </div>
  )
}
