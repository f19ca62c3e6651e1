import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import type { Database, Fact, JobKind, Jobs, Subscriber } from "#platform"
import { alertRoutes } from "./alert-routes.ts"
import { beginAlert, heedVerdict } from "./escalate.ts"
import { heedQuietHours } from "./hold-again.ts"
import { mailAlarmJob, type WriteMail } from "./mail-alarm.ts"
import { DUE, Reach } from "./reach.ts"
import { tellDue } from "./tell-due.ts"

export interface OpenAlerts {
  /** For whoever is signed in. */
  routes: OpenAPIHono<PeopleEnv>
  /** What alerts hear of: the house subscribes them. */
  subscribers: [Fact["kind"], Subscriber][]
  /** Everything that is due now is told; mails may still be on their way out. */
  settled(): Promise<void>
}

interface Parts {
  db: Database
  jobs: Jobs
  /** Why no mail can leave, or null. */
  heldBecause: () => string | null
  write: WriteMail
  /** Where the desk is. */
  url: URL
}

/** Tells people of surges: whom, by what, in whose quiet hours not, and whom next. */
export async function openAlerts({ db, jobs, heldBecause, write, url }: Parts): Promise<OpenAlerts> {
  const reach = new Reach(jobs, heldBecause)
  const due = () => tellDue(db, reach)
  await jobs.work({ name: DUE, run: due } satisfies JobKind<Record<string, never>>)
  await jobs.work(mailAlarmJob({ db, reach, write, url }))
  await jobs.every("* * * * *", { name: "listening.alerts-clock", run: due } satisfies JobKind<Record<string, never>>)
  return {
    routes: alertRoutes({ db, reach }),
    subscribers: [
      ["alarm.called", beginAlert(reach)],
      ["alarm.judged", heedVerdict(reach)],
      ["agent.preferences-changed", heedQuietHours(reach)],
    ],
    settled: due,
  }
}
