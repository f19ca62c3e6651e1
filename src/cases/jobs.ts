import { type Database, eachAlone, type JobKind, type Tx } from "#platform"
import { recalculateBatch } from "./deadlines/recalculate.ts"
import { CLOCK, PROMISE_DUE, RECALCULATE, SNOOZE_OVER } from "./job-names.ts"
import { tellDeadlines } from "./notifications/tell-deadlines.ts"
import { tellDuePromises } from "./notifications/subscribers.ts"
import { breakDuePromise, overduePromises } from "./promises/break-due.ts"
import { noteHelped } from "./knowledge/uses/sent.ts"
import { overdueSnoozes, wakeSnoozed } from "./wake-snoozed.ts"

export interface CaseJobs {
  /** Worked on as they are put in. */
  kinds: [JobKind<{ promiseId: string }>, JobKind<{ caseId: string }>, JobKind<Record<string, never>>]
  /** Every minute: what a lost job left behind. */
  clock: JobKind<Record<string, never>>
}

/** The work that this room puts off. Each may come late, early or twice. */
export function caseJobs(db: Database): CaseJobs {
  return {
    kinds: [
      { name: PROMISE_DUE, run: ({ promiseId }) => db.transact((tx) => breakDuePromise(tx, promiseId)) },
      { name: SNOOZE_OVER, run: ({ caseId }) => db.transact((tx) => wakeSnoozed(tx, caseId)) },
      { name: RECALCULATE, run: () => recalculate(db) },
    ],
    clock: { name: CLOCK, run: () => catchUp(db) },
  }
}

/** All live cases, a batch a transaction. Begun again after a crash, it calculates the same. */
export async function recalculate(db: Database): Promise<void> {
  let after: string | null = null
  do after = await db.transact((tx) => recalculateBatch(tx, after))
  while (after !== null)
}

/** Breaks promises and wakes cases whose moment has passed, each in a transaction of its own; says which promises come due. */
export async function catchUp(db: Database): Promise<void> {
  const promises = await db.transact((tx) => overduePromises(tx, 500))
  const cases = await db.transact((tx) => overdueSnoozes(tx, 500))
  await eachAlone<(tx: Tx) => Promise<unknown>>(
    [
      tellDuePromises,
      tellDeadlines,
      ...promises.map((id) => (tx: Tx) => breakDuePromise(tx, id)),
      ...cases.map((id) => (tx: Tx) => wakeSnoozed(tx, id)),
      noteHelped,
    ],
    (verb) => db.transact(verb),
  )
}
