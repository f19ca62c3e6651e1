import { join } from "node:path"
import type { OpenAPIHono } from "@hono/zod-openapi"
import { ReadingPool, readPast } from "#channels/mail"
import { openWordsOf } from "#listening"
import type { PeopleEnv } from "#people"
import { newRouter } from "#platform"
import { exportRoutes, importRoutes, type MentionTaker, type ReadPastMail, TransferRunner, works } from "#transfers"
import type { FeedStreams } from "./feed-stream.ts"
import type { Ground } from "./ground.ts"

/** Reads old mails beside those that come in: a thread of its own, so that nobody's mail waits for an archive. */
export function pastReader({ blobs }: Pick<Ground, "blobs">): { read: ReadPastMail; close(): Promise<void> } {
  const pool = new ReadingPool({ workers: 2 })
  return {
    read: (raw, place) => readPast({ blobs, read: (bytes, options) => pool.read(bytes, options) }, raw, place),
    close: () => pool.close(),
  }
}

/** Imports: their routes, and the one who does the work. Begins with what a stop or a kill left unfinished. */
export function openImports(
  ground: Ground,
  streams: FeedStreams,
  taker: MentionTaker,
): { routes: OpenAPIHono<PeopleEnv>; close(): Promise<void> } {
  const { db, log, config } = ground
  const reader = pastReader(ground)
  const runner = new TransferRunner({
    db,
    log,
    works: works(reader.read, taker),
    told: ({ id, by_actor }) => {
      if (by_actor.startsWith("agent:")) streams.tellPassing("import", { agent: by_actor.slice("agent:".length) }, { id })
    },
  })
  runner.wake()
  return {
    routes: newRouter<PeopleEnv>()
      .route("/", importRoutes({ db, folder: join(config.home, "imports"), wake: () => runner.wake() }))
      .route("/", exportRoutes({ db, openWords: openWordsOf })),
    async close() {
      await runner.close()
      await reader.close()
    },
  }
}
