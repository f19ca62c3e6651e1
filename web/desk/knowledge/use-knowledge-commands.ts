import { useQueryClient } from "@tanstack/react-query"
import type { Case, Message } from "../api/types.ts"
import { useCommands } from "../shell/keys.ts"
import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"
import { suggestedQuery } from "./api.ts"
import { useArticleOfAnswer } from "./new-article.ts"
import { useInsert } from "./use-insert.ts"

/** By key and by name: the last answer becomes an article; the likest article goes into the answer. */
export function useKnowledgeCommands(one: Case, messages: readonly Message[], may: boolean): void {
  const { say } = useWords()
  const client = useQueryClient()
  const make = useArticleOfAnswer()
  const insert = useInsert(one)
  const answer = messages.findLast(({ direction }) => direction === "out")
  const insertLikest = async (): Promise<void> => {
    const [likest] = await client.ensureQueryData(suggestedQuery(one.id)).catch(() => [])
    if (likest) insert(likest)
    else tell(say("articles.noneLike"))
  }
  useCommands({
    "case.article": may && answer ? () => make(answer) : undefined,
    "case.insert": may ? () => void insertLikest() : undefined,
  })
}
