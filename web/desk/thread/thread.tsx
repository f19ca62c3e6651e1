import { useQueries, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { timelineQuery } from "../api/cases.ts"
import { messagesQuery } from "../api/messages.ts"
import type { Case, Message } from "../api/types.ts"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useWords } from "../words/use-words.ts"
import { Day } from "./day.tsx"
import { entriesOf } from "./entries.ts"
import { Event } from "./event.tsx"
import { useKeys } from "../shell/keys.ts"
import { MessageCard } from "../message/message-card.tsx"
import { Original } from "../message/original.tsx"
import { useScroll } from "./use-scroll.ts"

/** Everything that was said and done, in its order. */
export function Thread({ one }: { one: Case }) {
  const { say } = useWords()
  const timeline = useQuery(timelineQuery(one.id))
  const messages = useQueries({
    queries: one.conversationIds.map((id) => messagesQuery(id)),
    combine: (all) => ({
      pending: all.some((each) => each.isPending),
      error: all.find((each) => each.isError)?.error ?? null,
      items: all.flatMap((each) => each.data ?? []),
      again: () => all.forEach((each) => void each.refetch()),
    }),
  })
  const entries = entriesOf(messages.items, timeline.data ?? [])
  const [original, setOriginal] = useState<Message | null>(null)
  useKeys({ d: () => setOriginal(messages.items.filter(({ direction }) => direction !== "note").sort((a, b) => a.receivedAt.localeCompare(b.receivedAt)).at(-1) ?? null) })
  const place = useScroll(one.id, !messages.pending && messages.items.length > 0 ? messages.items.length : 0)
  if (messages.error) return <Failed error={messages.error} again={messages.again} />
  if (messages.pending) return <Loading />
  return (
    <div className="thread" ref={place} role="region" tabIndex={0} aria-label={say("thread.label")}>
      <ol className="thread-all">
        {entries.map((entry, index) => (
          <li key={entry.key}>
            <Day at={entry.at} before={entries[index - 1]?.at ?? null} />
            {entry.message ? (
              <MessageCard message={entry.message} one={one} conversation={one.conversationIds.length > 1 && entry.newConversation ? entry.message.subject : null} />
            ) : (
              <Event item={entry.item} one={one} />
            )}
          </li>
        ))}
      </ol>
      {original && <Original message={original} onClose={() => setOriginal(null)} />}
    </div>
  )
}
