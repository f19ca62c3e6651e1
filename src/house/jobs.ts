import { join } from "node:path"
import { advanceCheckpoint } from "#audit"
import { askDue, type AskDeps, caseJobs, countFigures, foldTally, learnWords, retagJob } from "#cases"
import { forgetSpentProofs } from "#people"
import { eachAlone, forgetRepeatedRequests, type JobKind, type Jobs } from "#platform"
import { sweepImports } from "#transfers"
import type { Ground } from "./ground.ts"
import type { OpenMail } from "./open-mail.ts"
import { mailLinkJob } from "./sign-in-mail.ts"

type Plain = JobKind<Record<string, never>>

/** Work for later, by room. */
export async function startJobs(jobs: Jobs, ground: Ground, mail: OpenMail, asking: AskDeps): Promise<void> {
  const { db, config } = ground
  await jobs.every("* * * * *", keepFigures(ground))
  await jobs.every("*/10 * * * *", keepCheckpoint(ground))
  await jobs.every("17 * * * *", forgetSpentProofs(db))
  await jobs.every("23 3 * * *", { name: "platform.forget-repeated-requests", run: () => forgetRepeatedRequests(db) } satisfies Plain)
  await jobs.work(mailLinkJob(mail))
  const sweep = () => sweepImports(db, join(config.home, "imports"))
  await jobs.every("41 3 * * *", { name: "transfers.sweep", run: sweep } satisfies Plain)
  const { kinds, clock } = caseJobs(db)
  const [promiseDue, snoozeOver, recalculate] = kinds
  await jobs.work(promiseDue)
  await jobs.work(snoozeOver)
  await jobs.work(recalculate)
  await jobs.work(retagJob(db))
  await jobs.every("* * * * *", clock)
  await jobs.every("* * * * *", { name: "cases.count-figures", run: () => countFigures(db, config.timeZone) } satisfies Plain)
  await jobs.every("* * * * *", { name: "cases.ask-satisfaction", run: () => askDue(db, asking) } satisfies Plain)
}

/** Folds what was counted and what was newly read into the figures that views and search ask. */
function keepFigures({ db }: Ground): Plain {
  return {
    name: "cases.fold",
    run: () => eachAlone([foldTally, learnWords], (fold) => fold(db)),
  }
}

/** Signs the end of the audit chain outside the database, so that a shortened or rewritten one is seen. */
export function keepCheckpoint({ db, keys, config, log }: Ground): Plain {
  return {
    name: "audit.checkpoint",
    run: async () => {
      const { problem, seq } = await advanceCheckpoint(db.read, keys, config.home)
      if (problem && problem !== "missing") log.error("audit.broken", { problem, seq })
    },
  }
}
