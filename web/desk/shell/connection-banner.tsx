import { connection } from "../api/feed.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"

/** While what is shown may be old, it says so. */
export function ConnectionBanner() {
  const { say } = useWords()
  const lost = connection.use() === "lost"
  return (
    <div role="status" className="connection" data-lost={lost || undefined}>
      {lost && (
        <>
          <Icon name="warning" />
          {say("connection.lost")}
        </>
      )}
    </div>
  )
}
