import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, type FactFeed, type JobKind, type Jobs, type Log, newRouter } from "#platform"
import { decisionRoutes } from "../decisions/decision-routes.ts"
import { remindDue } from "../decisions/remind.ts"
import { guardRoutes } from "../guard/guard-routes.ts"
import { tieRoutes } from "./tie-routes.ts"
import { TieWorker } from "./tie-worker.ts"

export interface OpenTies {
  /** For whoever is signed in. */
  routes: OpenAPIHono<PeopleEnv>[]
  /** Begins to hold together what is heard and what is written. */
  listen(): Promise<void>
  /** Everything that happened until now is held together; what is to be looked at again is told. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** What ties the open to the cases, and what is decided about it. */
export async function openTies(parts: { db: Database; feed: FactFeed; log: Log; jobs: Jobs }): Promise<OpenTies> {
  const { db, jobs } = parts
  const worker = new TieWorker(parts)
  const remind = () => remindDue(db)
  await jobs.every("* * * * *", { name: "listening.look-again", run: remind } satisfies JobKind<Record<string, never>>)
  await jobs.every("*/5 * * * *", { name: "listening.tie-again", run: async () => worker.wake() })
  return {
    routes: [
      newRouter<PeopleEnv>().route("/", tieRoutes({ db })),
      newRouter<PeopleEnv>().route("/", decisionRoutes({ db })),
      newRouter<PeopleEnv>().route("/", guardRoutes({ db })),
    ],
    listen: () => worker.open(),
    settled: async () => {
      await worker.settled()
      await remind()
    },
    close: () => worker.close(),
  }
}
