import { useState } from "react"
import { get } from "../../api/request.ts"
import type { Page } from "../../api/types.ts"
import { csvOf, keepAsFile } from "../../figures/sheet.ts"
import { Button } from "../../parts/button.tsx"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { type Mention, mentionsPath } from "../api.ts"
import type { MentionSearch } from "../search.ts"

const MOST = 20_000

/** Takes the mentions that are shown along, as a table: all pages, not only those that were scrolled to. */
export function TakeMentions({ search }: { search: MentionSearch }) {
  const { say, language } = useWords()
  const problem = useProblem()
  const [taking, setTaking] = useState(false)
  const take = async (): Promise<void> => {
    setTaking(true)
    try {
      const rows: Mention[] = []
      let cursor: string | null = null
      do {
        const page: Page<Mention> = await get(mentionsPath(search, cursor, 200))
        rows.push(...page.items)
        cursor = page.next
      } while (cursor && rows.length < MOST)
      const columns = ["said", "who", "handle", "site", "source", "kind", "language", "title", "text", "rating", "url"]
      const table = rows.map((one) => [
        one.saidAt,
        one.author?.name ?? null,
        one.author?.handle ?? null,
        one.site,
        one.source.name,
        one.kind,
        one.language,
        one.title,
        one.text,
        one.rating,
        one.url,
      ])
      keepAsFile(`${say("listen.mentions")}.csv`, csvOf({ name: "", columns, rows: table }, language))
      tell(say(cursor ? "listen.take.part" : "listen.take.done", { count: rows.length }))
    } catch (error) {
      tell(problem(error), { tone: "hot" })
    } finally {
      setTaking(false)
    }
  }
  return (
    <Button kind="quiet" pending={taking} onPress={() => void take()}>
      {say("listen.take")}
    </Button>
  )
}
