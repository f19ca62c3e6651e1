import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { listenToFeed } from "../api/feed.ts"
import { factKeeper } from "../api/on-fact.ts"
import { meQuery } from "../api/people.ts"
import { startTelling } from "../pwa/tell-me.ts"
import type { Me } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { announce } from "./announcer.tsx"

/** Keeps the whole desk true while somebody is signed in. */
export function useLive(me: Me): void {
  const client = useQueryClient()
  const words = useWords()
  const { say } = words
  useEffect(() => {
    const keep = factKeeper(client)
    const telling = startTelling(client, { me, words })
    const stop = listenToFeed({
      fact: (fact) => {
        keep(fact)
        telling.hear(fact)
        if (fact.kind === "message.received" && !fact.data?.["automatic"]) announce(say("live.received"))
        if (fact.kind === "message.failed") announce(say("live.failed"))
      },
      reset: () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "draft" }),
      signedOut: () => client.setQueryData(meQuery.queryKey, null),
    })
    return () => {
      stop()
      telling.stop()
    }
  }, [client, say, words, me])
}
