import { Empty } from "../parts/empty.tsx"
import { Mark } from "../shell/mark.tsx"
import { useWords } from "../words/use-words.ts"

export function NoCase() {
  const { say } = useWords()
  return (
    <div className="no-case">
      <Mark />
      <Empty title={say("thread.none")}>
        <p>{say("thread.noneKeys")}</p>
      </Empty>
    </div>
  )
}
