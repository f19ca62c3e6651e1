import { useQuery } from "@tanstack/react-query"
import { memo, useState } from "react"
import { timelineQuery } from "../api/case.ts"
import { agentsQuery } from "../api/people.ts"
import type { Message, OneCase, TimelineItem } from "../api/types.ts"
import { MessageCard } from "../message/message-card.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useCommands } from "../shell/keys.ts"
import { useWords } from "../words/use-words.ts"
import { type Block, blocksOf, keyOfBlock, momentOfBlock } from "./blocks.ts"
import { Day } from "./day.tsx"
import { conversationStarts, messagesIn } from "./entries.ts"
import { Event } from "./event.tsx"
import { Folded } from "./folded.tsx"
import { useArrivals } from "./use-arrivals.ts"
import { useGrowing } from "./use-growing.ts"
import { useScroll } from "./use-scroll.ts"
import { latePart } from "../parts/late-part.tsx"

const OpenWords = latePart(async () => (await import("../ties/open-words.tsx")).OpenWords)
const Original = latePart(async () => (await import("../message/original.tsx")).Original, { over: true })

interface Props {
  one: OneCase
  /** It is laid out, but another is seen: it answers to no key and tells nothing. */
  away: boolean
}

/** Everything that was said and done, in its order. */
export const Thread = memo(function Thread({ one, away }: Props) {
  const { say } = useWords()
  const timeline = useQuery(timelineQuery(one.id))
  const agents = useQuery(agentsQuery).data
  const [original, setOriginal] = useState<Message | null>(null)
  const items = (timeline.data ?? []).filter((item) => !isOpening(item))
  const messages = messagesIn(items)
  const starts = conversationStarts(messages)
  const blocks = blocksOf(items)
  const { from, whole } = useGrowing(blocks, away)
  const place = useScroll({ caseId: one.id, count: items.length, from, away })
  useArrivals(timeline.data && !away ? messages : null)
  useCommands({ "case.original": away ? undefined : () => setOriginal(messages.findLast(({ direction }) => direction !== "note") ?? null) })
  if (!timeline.data) {
    const again = () => void timeline.refetch()
    return <div className="thread">{timeline.isPending ? <Loading /> : <Failed error={timeline.error} again={again} />}</div>
  }
  const draw = (block: Block) => {
    if (block.kind === "folded") return <Folded items={block.items} one={one} />
    if (block.kind === "line") return <Event item={block.item} one={one} />
    if (block.kind === "open") return <OpenWords item={block.item} one={one} />
    const { message } = block.item
    return <MessageCard message={message} one={one} conversation={starts.has(message.id) ? message.subject : null} agents={agents} />
  }
  return (
    <div className="thread" ref={place} role="region" tabIndex={0} aria-label={say("thread.label")} data-shows={one.number}>
      <ol className="thread-all" aria-busy={!whole || undefined}>
        {blocks.slice(from).map((block, index) => (
          <li key={keyOfBlock(block)} data-old={from + index < blocks.length - RECENT || undefined}>
            <Day at={momentOfBlock(block)} before={from + index > 0 ? momentOfBlock(blocks[from + index - 1]!) : null} />
            {draw(block)}
          </li>
        ))}
      </ol>
      {original && <Original message={original} onClose={() => setOriginal(null)} />}
    </div>
  )
})

/** What lies further back is laid out only when it comes into sight. */
const RECENT = 40

/** That a case began as new says nothing: its first message does. */
function isOpening(item: TimelineItem): boolean {
  return item.kind === "status" && item.status.from === null && item.status.category === "new"
}
