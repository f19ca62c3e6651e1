import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
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
  // Who reads, and in which words, may change; what is being listened to and what waits to be told go on.
  const reader = useRef({ me, words })
  useEffect(() => {
    reader.current = { me, words }
  }, [me, words])
  useEffect(() => {
    const keep = factKeeper(client)
    const telling = startTelling(client, () => reader.current)
    const stop = listenToFeed({
      fact: (fact) => {
        keep(fact)
        telling.hear(fact)
        if (fact.kind === "message.received" && !fact.data?.["automatic"]) announce(reader.current.words.say("live.received"))
        if (fact.kind === "message.failed") announce(reader.current.words.say("live.failed"))
      },
      reset: () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "draft" }),
      signedOut: () => client.setQueryData(meQuery.queryKey, null),
    })
    return () => {
      stop()
      telling.stop()
    }
  }, [client])
}
