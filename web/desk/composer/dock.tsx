import { useQuery } from "@tanstack/react-query"
import { useEffect, useLayoutEffect } from "react"
import { timelineQuery } from "../api/case.ts"
import type { DraftKind } from "../api/drafts.ts"
import type { Case } from "../api/types.ts"
import { writingHelpQuery } from "../help/api.ts"
import { Button } from "../parts/button.tsx"
import { useCommands } from "../shell/keys.ts"
import { useKnowledgeCommands } from "../knowledge/use-knowledge-commands.ts"
import { useMayAct } from "../shell/me.ts"
import { messagesIn } from "../thread/entries.ts"
import { useWords } from "../words/use-words.ts"
import { Composer } from "./composer.tsx"
import { keptHere } from "./kept-here.ts"
import { write, writeIn, writing } from "./composer-state.ts"

/** Where one writes: closed, two ways to begin; open, one composer of unmistakable kind. */
export function Dock({ one }: { one: Case }) {
  const { say } = useWords()
  const may = useMayAct()
  const open = writing.use()
  // What another case's slow answer opened isn't written here.
  const now = open && (open.conversationId === null || one.conversationIds.includes(open.conversationId)) ? open : null
  const timeline = useQuery(timelineQuery(one.id))
  const messages = messagesIn(timeline.data ?? [])
  const begin = (kind: DraftKind): void => {
    write(kind, one.conversationIds)
    if (writing.get() === open) document.querySelector<HTMLElement>(".composer-text")?.focus()
  }
  useQuery({ ...writingHelpQuery, enabled: may }) // what a message's menu offers, and the composer
  useCommands(may ? { "case.reply": () => begin("reply"), "case.note": () => begin("note") } : {})
  useKnowledgeCommands(one, messages, may)
  useEffect(() => () => writing.set(null), [one.id])
  const last = messages.findLast(({ direction }) => direction === "in")
  const known = !timeline.isPending || one.conversationIds.length === 1
  const conversationId = now?.conversationId ?? (known ? (last?.conversationId ?? one.conversationIds[0]) : undefined)
  useLayoutEffect(() => {
    if (now && conversationId) writeIn(conversationId)
  }, [now, conversationId])
  if (!may) return <p className="dock dock-words">{say("dock.observer")}</p>
  if (!now || !conversationId) {
    const begun = (kind: DraftKind): boolean =>
      one.drafts.includes(kind) || (conversationId !== undefined && keptHere(conversationId, kind) !== null)
    return (
      <div className="dock dock-closed">
        <Button kind="main" icon="reply" command="case.reply" disabled={!conversationId} onPress={() => begin("reply")}>
          {begun("reply") ? say("dock.goOn.reply") : say("act.reply")}
        </Button>
        <Button icon="note" command="case.note" disabled={!conversationId} onPress={() => begin("note")}>
          {begun("note") ? say("dock.goOn.note") : say("act.note")}
        </Button>
      </div>
    )
  }
  return (
    <Composer
      key={`${conversationId} ${now.kind} ${now.round}`}
      one={one}
      writing={now}
      conversationId={conversationId}
      messages={messages}
    />
  )
}
