import { alertWishesOf, standingAgents } from "#people"
import { type Database, eachAlone, newId, type Tx } from "#platform"
import { note, stop } from "./escalate.ts"
import { overNow } from "./over-now.ts"
import { isOnDuty, quietUntil } from "./quiet-until.ts"
import type { Reach } from "./reach.ts"
import { release } from "./release.ts"
import { alarmsCalled, factOf } from "./subject.ts"
import { alertRoom } from "./tables.ts"

/**
 * Ends alarms whose surge is over: nobody else is told, and who wishes it hears so. Those of a watch that nobody listens with any more end with
 * it, without a word: nobody knows how much is said.
 */
export async function endAlarms(db: Database, reach: Reach): Promise<void> {
  const { calm, unheard } = await overNow(db.read)
  await eachAlone(calm, (id) => db.transact((tx) => end(tx, reach, id, true)))
  await eachAlone(unheard, (id) => db.transact((tx) => end(tx, reach, id, false)))
}

async function end(tx: Tx, reach: Reach, alarmId: string, isCalm: boolean): Promise<void> {
  const tables = alertRoom(tx)
  const ended = await tables
    .updateTable("alarm_alerts")
    .set({ over_at: tx.now })
    .where("alarm_id", "=", alarmId)
    .where("over_at", "is", null)
    .returning("alarm_id")
    .executeTakeFirst()
  if (!ended) return
  await stop(tx, alarmId)
  await note(tx, alarmId, "over", "system:listening")
  if (isCalm) await tellEnd(tx, reach, alarmId)
  for (const alarm of await alarmsCalled(tx, [alarmId])) await tx.record(factOf("alarm.over", "system:listening", alarm))
}

/** Those who had a mail of it and wish to know. */
async function tellEnd(tx: Tx, reach: Reach, alarmId: string): Promise<void> {
  const tables = alertRoom(tx)
  const mailed = await tables
    .selectFrom("alarm_tellings")
    .select("agent_id")
    .where("alarm_id", "=", alarmId)
    .where("channel", "=", "mail")
    .where("state", "=", "told")
    .execute()
  const people = await standingAgents(tx, { ids: mailed.map(({ agent_id }) => agent_id) })
  const wishes = await alertWishesOf(
    tx,
    people.map(({ id }) => id),
  )
  for (const { id, timeZone } of people) {
    const wish = wishes.get(id)!
    if (!wish.ended || !wish.mail) continue
    const until = isOnDuty(wish, tx.now) ? null : quietUntil(wish.quiet, timeZone, tx.now)
    await tables
      .insertInto("alarm_tellings")
      .values({
        id: newId(tx.now),
        alarm_id: alarmId,
        step: 0,
        agent_id: id,
        channel: "end",
        state: "held",
        because: until && "quiet",
        at: tx.now,
        due_at: until ?? tx.now,
        told_at: null,
        tried_at: null,
        mail_id: null,
      })
      .onConflict((on) => on.doNothing())
      .execute()
    if (until) await reach.lookAt(tx, until)
    await release(tx, reach, id)
  }
}
