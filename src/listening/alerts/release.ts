import { newId, type Tx } from "#platform"
import type { Reach } from "./reach.ts"
import { stillToTell } from "./still-to-tell.ts"
import { alertRoom } from "./tables.ts"

/**
 * Tells somebody what was held for them until now: by the browser, and all that goes by mail in one. What somebody is on meanwhile, or
 * said something of, or what is over, isn't told any more.
 */
export async function release(tx: Tx, reach: Reach, agentId: string): Promise<void> {
  const tables = alertRoom(tx)
  const due = await tables
    .selectFrom("alarm_tellings")
    .selectAll()
    .where("agent_id", "=", agentId)
    .where("state", "=", "held")
    .where("due_at", "<=", tx.now)
    .orderBy("at")
    .orderBy("id")
    .forUpdate()
    .execute()
  if (due.length === 0) return
  const still = await stillToTell(tx, reach, agentId, due)
  const browser = still.filter(({ channel }) => channel === "browser")
  if (browser.length > 0) {
    await tables
      .updateTable("alarm_tellings")
      .set({ state: "told", told_at: tx.now })
      .where(
        "id",
        "in",
        browser.map(({ id }) => id),
      )
      .execute()
    const alarms = browser.map(({ alarm_id }) => alarm_id)
    await tx.record({ kind: "alarm.told", actor: "system:listening", about: {}, audience: { agent: agentId }, data: { alarms } })
  }
  const mails = still.filter(({ channel }) => channel === "mail" || channel === "end")
  if (mails.length === 0) return
  const mail = newId(tx.now)
  await tables
    .updateTable("alarm_tellings")
    .set({ state: "leaving", mail_id: mail, due_at: tx.now })
    .where(
      "id",
      "in",
      mails.map(({ id }) => id),
    )
    .execute()
  await reach.mail(tx, mail)
}
