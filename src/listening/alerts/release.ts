import { newId, type Tx } from "#platform"
import { room } from "../tables.ts"
import type { Reach } from "./reach.ts"
import { alertRoom, type Because, type Telling } from "./tables.ts"

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
  const idle = await noLonger(tx, due)
  for (const because of ["answered", "over"] as const) {
    const ids = due.filter(({ id }) => idle.get(id) === because).map(({ id }) => id)
    if (ids.length > 0) await tables.updateTable("alarm_tellings").set({ state: "left_out", because }).where("id", "in", ids).execute()
  }
  const still = due.filter(({ id }) => !idle.has(id))
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
    .set({ state: "leaving", mail_id: mail })
    .where(
      "id",
      "in",
      mails.map(({ id }) => id),
    )
    .execute()
  await reach.mail(tx, mail)
}

/** Those of these that needn't be told any more, and why. */
async function noLonger(tx: Tx, tellings: readonly Telling[]): Promise<Map<string, Because>> {
  const ids = [...new Set(tellings.map(({ alarm_id }) => alarm_id))]
  const alarms = await room(tx).selectFrom("alarms").select(["id", "verdict"]).where("id", "in", ids).execute()
  const alerts = await alertRoom(tx).selectFrom("alarm_alerts").selectAll().where("alarm_id", "in", ids).execute()
  const verdicts = new Map(alarms.map(({ id, verdict }) => [id, verdict]))
  const stands = new Map(alerts.map((alert) => [alert.alarm_id, alert]))
  const found = new Map<string, Because>()
  for (const { id, alarm_id, agent_id, channel } of tellings) {
    const alert = stands.get(alarm_id)
    const isTheirs = alert?.taken_by === `agent:${agent_id}`
    if (verdicts.get(alarm_id) || (channel !== "end" && alert?.taken_by && !isTheirs)) found.set(id, "answered")
    else if (channel !== "end" && alert?.over_at) found.set(id, "over")
  }
  return found
}
