import { type Database, eachAlone, HOUR, type Tx } from "#platform"
import { endAlarms } from "./end-alarms.ts"
import type { Reach } from "./reach.ts"
import { release } from "./release.ts"
import { alarmsCalled } from "./subject.ts"
import { alertRoom } from "./tables.ts"
import { tellStep } from "./tell-step.ts"

const TOGETHER = 500

/** Everything that is due now: what is over, who is next, what was held. Each in a transaction of its own, so that it happens once, and alone. */
export async function tellDue(db: Database, reach: Reach): Promise<void> {
  const steps = [() => endAlarms(db, reach), () => db.transact(recoverMails), () => escalateDue(db, reach), () => releaseDue(db, reach)]
  await eachAlone(steps, (step) => step())
}

async function escalateDue(db: Database, reach: Reach): Promise<void> {
  const steps = await alertRoom(db.read)
    .selectFrom("alarm_alerts")
    .select("alarm_id")
    .where("next_at", "<=", db.read.now)
    .orderBy("next_at")
    .limit(TOGETHER)
    .execute()
  await eachAlone(steps, ({ alarm_id }) => db.transact((tx) => escalate(tx, reach, alarm_id)))
}

async function releaseDue(db: Database, reach: Reach): Promise<void> {
  const people = await alertRoom(db.read)
    .selectFrom("alarm_tellings")
    .select("agent_id")
    .distinct()
    .where("state", "=", "held")
    .where("due_at", "<=", db.read.now)
    .limit(TOGETHER)
    .execute()
  await eachAlone(people, ({ agent_id }) => db.transact((tx) => release(tx, reach, agent_id)))
}

/** Longer than a mail's job is tried. */
const LOST = HOUR

/** Mails whose job is no more: what was never handed over waits for the next, what may have left is said to be uncertain. */
async function recoverMails(tx: Tx): Promise<void> {
  const lost = alertRoom(tx)
    .updateTable("alarm_tellings")
    .where("due_at", "<", new Date(tx.now.getTime() - LOST))
  await lost.set({ state: "held", mail_id: null, due_at: tx.now }).where("state", "=", "leaving").execute()
  await lost.set({ state: "uncertain" }).where("state", "=", "trying").execute()
}

/** Unless somebody took it while this waited. */
async function escalate(tx: Tx, reach: Reach, alarmId: string): Promise<void> {
  const tables = alertRoom(tx)
  const due = tables.selectFrom("alarm_alerts").selectAll().where("alarm_id", "=", alarmId).where("next_at", "<=", tx.now)
  const alert = await due.forUpdate().executeTakeFirst()
  if (!alert) return
  const [alarm] = await alarmsCalled(tx, [alarmId])
  if (alarm) await tellStep(tx, reach, alarm, alert)
  else await tables.updateTable("alarm_alerts").set({ next_at: null }).where("alarm_id", "=", alarmId).execute()
}
