import type { OpenAPIHono } from "@hono/zod-openapi"
import { asksRules, dryRunJob, followRules, ruleRoutes, ruleRunRoutes, rulesClock } from "#cases"
import type { Sending } from "#conversations"
import type { PeopleEnv } from "#people"
import { FactFollower, type FactFeed, type JobKind, type Jobs, type SafeFetch } from "#platform"
import { deliveryRoutes, forgetOldDeliveries, isTold, spread, webhookRoutes, WebhookWorker } from "#webhooks"
import type { Ground } from "./ground.ts"
import { caseForRule, presentForWebhooks } from "./webhook-views.ts"

export interface OpenAutomation {
  routes: OpenAPIHono<PeopleEnv>[]
  /** Does everything that what happened until now asks for. */
  settled(): Promise<void>
  close(): Promise<void>
}

interface Parts {
  ground: Ground
  feed: FactFeed
  jobs: Jobs
  outbound: SafeFetch
  sending: Sending
}

type Plain = JobKind<Record<string, never>>

/** What follows what happens by itself, after it was kept: rules act on it, and webhooks are told. */
export async function openAutomation({ ground, feed, jobs, outbound, sending }: Parts): Promise<OpenAutomation> {
  const { db, keys, log, config } = ground
  const need = { db, log, sending, later: jobs, timeZone: config.timeZone, showCase: caseForRule }
  const rules = new FactFollower(db, feed, log, { name: "rules", wants: asksRules, take: (_, facts) => followRules(need, facts) })
  const worker = new WebhookWorker({ db, keys, log, jobs, outbound })
  const telling = new FactFollower(db, feed, log, {
    name: "webhooks",
    wants: isTold,
    take: (tx, facts) => spread(tx, presentForWebhooks, facts),
    taken: () => void worker.wake().catch(() => {}), // the minute's clock wakes it again
  })
  await jobs.work(dryRunJob(db))
  await jobs.work(worker.due)
  await rules.open()
  await telling.open()
  const unlisten = feed.listen(({ kind }) => {
    if (kind === "webhook.asked" || kind === "webhook.enabled") void worker.wake().catch(() => {}) // as above
  })
  await jobs.every("* * * * *", { name: "cases.rules-clock", run: () => rulesClock(need) } satisfies Plain)
  await jobs.every("* * * * *", worker.clock)
  await jobs.every("41 3 * * *", { name: "webhooks.forget", run: () => db.transact(forgetOldDeliveries) } satisfies Plain)
  return {
    routes: [webhookRoutes({ db, keys }), deliveryRoutes({ db }), ruleRoutes({ db }), ruleRunRoutes({ db, later: jobs })],
    settled: async () => {
      await rules.settled()
      await rulesClock(need)
      await rules.settled()
      await telling.settled()
      await worker.settled()
    },
    close: async () => {
      unlisten()
      await rules.close()
      await telling.close()
      await worker.close()
    },
  }
}
