import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { FactFollower, type FactFeed, type JobKind, type Jobs, type SafeFetch } from "#platform"
import { deliveryRoutes, forgetOldDeliveries, isTold, spread, webhookRoutes, WebhookWorker } from "#webhooks"
import type { Ground } from "./ground.ts"
import { presentForWebhooks } from "./webhook-views.ts"

export interface OpenAutomation {
  /** Does everything that what happened until now asks for. */
  settled(): Promise<void>
  close(): Promise<void>
  routes: OpenAPIHono<PeopleEnv>[]
}

interface Parts {
  ground: Ground
  feed: FactFeed
  jobs: Jobs
  outbound: SafeFetch
}

/** What follows what happens by itself, after it was kept: webhooks are told. */
export async function openAutomation({ ground, feed, jobs, outbound }: Parts): Promise<OpenAutomation> {
  const { db, keys, log } = ground
  const worker = new WebhookWorker({ db, keys, log, jobs, outbound })
  const telling = new FactFollower(db, feed, log, {
    name: "webhooks",
    wants: isTold,
    take: (tx, fact) => spread(tx, presentForWebhooks, fact),
    taken: () => void worker.wake().catch(() => {}), // the minute's clock wakes it again
  })
  await telling.open()
  const unlisten = feed.listen(({ kind }) => {
    if (kind === "webhook.asked" || kind === "webhook.enabled") void worker.wake().catch(() => {}) // as above
  })
  await jobs.work(worker.due)
  await jobs.every("* * * * *", worker.clock)
  const forget: JobKind<Record<string, never>> = { name: "webhooks.forget", run: () => db.transact(forgetOldDeliveries) }
  await jobs.every("41 3 * * *", forget)
  return {
    routes: [webhookRoutes({ db, keys }), deliveryRoutes({ db })],
    settled: async () => {
      await telling.settled()
      await worker.settled()
    },
    close: async () => {
      unlisten()
      await telling.close()
      await worker.close()
    },
  }
}
