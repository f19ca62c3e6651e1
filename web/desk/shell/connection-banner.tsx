import { caughtUp, connection, lostSince } from "../api/feed.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { newer } from "../pwa/newer.ts"
import { useWords } from "../words/use-words.ts"

/** Says since when what is shown may be old; once the line is back, that nothing was missed; and that there is a newer desk. */
export function ConnectionBanner() {
  const { say, hour } = useWords()
  const lost = connection.use() === "lost"
  const since = lostSince.use()
  const missed = caughtUp.use()
  const renewed = newer.use()
  return (
    <div role="status" className="connection" data-lost={lost || undefined} data-back={(!lost && missed !== null) || undefined}>
      {lost ? (
        <>
          <Icon name="warning" />
          {since === null ? say("connection.lost") : say("connection.lostSince", { hour: hour(new Date(since).toISOString()) })}
        </>
      ) : missed !== null ? (
        <>
          <Icon name="resolved" />
          {missed === 0 ? say("connection.back") : say("connection.caughtUp", { count: missed })}
        </>
      ) : (
        renewed && (
          <>
            <Icon name="retry" />
            {say("newer.words")}
            <Button kind="quiet" onPress={() => location.reload()}>
              {say("newer.reload")}
            </Button>
          </>
        )
      )}
    </div>
  )
}
