import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PublicChannel } from "#conversations"
import type { PeopleEnv } from "#people"
import { type Database, type FactFeed, type Log, newRouter } from "#platform"
import { answerActRoutes } from "./answer-act-routes.ts"
import { answerRoutes } from "./answer-routes.ts"
import { AnswerWorker } from "./answer-worker.ts"
import { OwnVoices } from "./own-voices.ts"
import { standingRoutes } from "./standing-routes.ts"

export interface OpenAnswers {
  /** For whoever is signed in. */
  routes: OpenAPIHono<PeopleEnv>[]
  /** Begins to say what waits. */
  listen(): Promise<void>
  /** What is due now is said. */
  settled(): Promise<void>
  close(): Promise<void>
  own: OwnVoices
}

/** What the company says in the open. */
export function openAnswers(parts: { db: Database; feed: FactFeed; log: Log; channel: PublicChannel; undoSeconds: number }): OpenAnswers {
  const { db, feed, channel, undoSeconds } = parts
  const worker = new AnswerWorker(parts)
  const own = new OwnVoices(db, channel)
  const unlisten = feed.listen(({ kind }) => {
    if (kind.startsWith("answer.")) worker.wake()
    if (kind.startsWith("social-account.")) own.forget()
  })
  const deps = { db, channel, undoSeconds }
  return {
    routes: [
      newRouter<PeopleEnv>().route("/", answerRoutes(deps)),
      newRouter<PeopleEnv>().route("/", answerActRoutes(deps)),
      standingRoutes(deps),
    ],
    listen: () => worker.open(),
    settled: () => worker.settled(),
    close: async () => {
      unlisten()
      await worker.close()
    },
    own,
  }
}
