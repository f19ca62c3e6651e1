import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { listenToFeed } from "../api/feed.ts"
import { factKeeper } from "../api/on-fact.ts"
import { meQuery } from "../api/people.ts"
import { toldHere } from "../pwa/told-here.ts"
import type { FeedFact, Me } from "../api/types.ts"
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
  const hear = useRef<((fact: FeedFact) => void) | null>(null)
  useEffect(() => {
    const keep = factKeeper(client)
    const stop = listenToFeed({
      fact: (fact) => {
        keep(fact)
        hear.current?.(fact)
        if (fact.kind === "message.received" && !fact.data?.["automatic"]) announce(reader.current.words.say("live.received"))
        if (fact.kind === "message.failed") announce(reader.current.words.say("live.failed"))
      },
      reset: () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "draft" }),
      signedOut: () => client.setQueryData(meQuery.queryKey, null),
    })
    return stop
  }, [client])
  const told = toldHere.use()
  useEffect(() => {
    if (!told) return
    let stop = (): void => {}
    let over = false
    const early: FeedFact[] = []
    hear.current = (fact) => void early.push(fact)
    import("../pwa/tell-me.ts").then(
      ({ startTelling }) => {
        if (over) return
        const telling = startTelling(client, () => reader.current)
        hear.current = telling.hear
        for (const fact of early) telling.hear(fact)
        stop = telling.stop
      },
      () => {}, // what they would be told of stands in the list, too
    )
    return () => {
      over = true
      hear.current = null
      stop()
    }
  }, [client, told])
}
