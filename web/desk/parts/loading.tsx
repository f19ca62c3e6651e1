import { useWords } from "../words/use-words.ts"

export function Loading() {
  const { say } = useWords()
  return (
    <div className="loading" role="status">
      <span className="unseen">{say("state.loading")}</span>
      <i />
      <i />
      <i />
    </div>
  )
}
