import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { timelineQuery } from "../api/cases.ts"
import type { Message, OneCase, TimelineItem } from "../api/types.ts"
import { MessageCard } from "../message/message-card.tsx"
import { Original } from "../message/original.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useCommands } from "../shell/keys.ts"
import { useWords } from "../words/use-words.ts"
import { Day } from "./day.tsx"
import { conversationStarts, messagesIn } from "./entries.ts"
import { Event } from "./event.tsx"
import { useScroll } from "./use-scroll.ts"

/** Everything that was said and done, in its order. */
export function Thread({ one }: { one: OneCase }) {
  const { say } = useWords()
  const timeline = useQuery(timelineQuery(one.id))
  const [original, setOriginal] = useState<Message | null>(null)
  const items = (timeline.data ?? []).filter((item) => !isOpening(item))
  const messages = messagesIn(items)
  const starts = conversationStarts(messages)
  const place = useScroll(one.id, items.length)
  useCommands({ "case.original": () => setOriginal(messages.findLast(({ direction }) => direction !== "note") ?? null) })
  if (!timeline.data) {
    const again = () => void timeline.refetch()
    return <div className="thread">{timeline.isPending ? <Loading /> : <Failed error={timeline.error} again={again} />}</div>
  }
  return (
    <div className="thread" ref={place} role="region" tabIndex={0} aria-label={say("thread.label")} data-shows={one.number}>
      <ol className="thread-all">
        {items.map((item, index) => (
          <li key={`${item.kind} ${item.id}`}>
            <Day at={item.at} before={items[index - 1]?.at ?? null} />
            {item.kind === "message" || item.kind === "note" ? (
              <MessageCard message={item.message} one={one} conversation={starts.has(item.message.id) ? item.message.subject : null} />
            ) : (
              <Event item={item} one={one} />
            )}
          </li>
        ))}
      </ol>
      {original && <Original message={original} onClose={() => setOriginal(null)} />}
    </div>
  )
}

/** That a case began as new says nothing: its first message does. */
function isOpening(item: TimelineItem): boolean {
  return item.kind === "status" && item.status.from === null && item.status.category === "new"
}
