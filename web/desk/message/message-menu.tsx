import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { Case, Message } from "../api/types.ts"
import { answerTo } from "../composer/composer-state.ts"
import { writingHelpQuery } from "../help/api.ts"
import { Menu, type Act } from "../parts/menu.tsx"
import { useArticleOfAnswer } from "../knowledge/new-article.ts"
import { useMayAct, useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { latePart } from "../parts/late-part.tsx"
import { useCopy } from "../parts/use-copy.ts"

const EditNote = latePart(async () => (await import("./edit-note.tsx")).EditNote, { over: true })
const Original = latePart(async () => (await import("./original.tsx")).Original, { over: true })

export function MessageMenu({
  message,
  one,
  asHtml,
  showHtml,
  translate,
}: {
  message: Message
  one: Case
  asHtml: boolean
  showHtml: (on: boolean) => void
  translate: () => void
}) {
  const { say } = useWords()
  const copy = useCopy()
  const me = useMe()
  const may = useMayAct()
  const client = useQueryClient()
  const makeArticle = useArticleOfAnswer()
  const [dialog, setDialog] = useState<"original" | "edit" | null>(null)
  const note = message.direction === "note"
  const acts = (): Act[] => [
    ...(may && !note ? [{ id: "answer", words: say("message.answerThis"), icon: "reply" as const, do: () => answerTo(message) }] : []),
    ...(may && message.direction === "out"
      ? [{ id: "article", words: say("articles.make"), icon: "book" as const, detail: "b", do: () => makeArticle(message) }]
      : []),
    ...(may && message.direction === "in" && client.getQueryData(writingHelpQuery.queryKey)?.helps.includes("translation")
      ? [{ id: "translate", words: say("message.translate"), icon: "machine" as const, do: translate }]
      : []),
    ...(message.hasHtml
      ? [
          {
            id: "html",
            words: asHtml ? say("message.asText") : say("message.asHtml"),
            icon: "original" as const,
            do: () => showHtml(!asHtml),
          },
        ]
      : []),
    ...(note
      ? []
      : [{ id: "original", words: say("message.original"), icon: "file" as const, detail: "d", do: () => setDialog("original") }]),
    ...(note && message.channel === "note" && message.from.agentId === me.id
      ? [{ id: "edit", words: say("message.editNote"), icon: "note" as const, do: () => setDialog("edit") }]
      : []),
    {
      id: "link",
      words: say("act.copyLink"),
      icon: "link",
      do: () => copy(`${location.origin}/cases/${one.number}#message-${message.id}`),
    },
  ]
  return (
    <>
      <Menu label={say("message.acts")} acts={acts} />
      {dialog === "original" && <Original message={message} onClose={() => setDialog(null)} />}
      {dialog === "edit" && (
        <EditNote
          message={message}
          onClose={() => {
            setDialog(null)
            void client.invalidateQueries({ queryKey: ["timeline", one.id] })
          }}
        />
      )}
    </>
  )
}
