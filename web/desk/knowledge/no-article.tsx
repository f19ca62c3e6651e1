import { Empty } from "../parts/empty.tsx"
import { useWords } from "../words/use-words.ts"

export function NoArticle() {
  const { say } = useWords()
  return (
    <Empty title={say("articles.choose")}>
      <p>{say("articles.howBegun")}</p>
    </Empty>
  )
}
