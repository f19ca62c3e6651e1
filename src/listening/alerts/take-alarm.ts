import { markRead } from "#cases"
import { type Actor, atLeast, type PersonActor, requirePerson, requireRole } from "#people"
import { Conflict, type Tx } from "#platform"
import { accessAlarm } from "../alarms/alarms.ts"
import { goOn, holdAlert, note, stop } from "./escalate.ts"
import type { Reach } from "./reach.ts"
import { alarmCalled, type CalledAlarm, factOf } from "./subject.ts"
import { type AlarmAlert, alertRoom } from "./tables.ts"
import { tellAgain } from "./tell-again.ts"

/** Somebody is on it: nobody else is told. Who took it before hands it over. */
export async function takeAlarm(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "agent")
  const { alarm, alert } = await hold(actor, tx, id)
  if (alert.taken_by === actor.ref) return
  await alertRoom(tx)
    .updateTable("alarm_alerts")
    .set({ taken_by: actor.ref, taken_at: tx.now, next_at: null })
    .where("alarm_id", "=", id)
    .execute()
  await note(tx, id, "taken", actor.ref)
  await tx.record(factOf("alarm.taken", actor.ref, alarm))
}

/** They aren't on it any more, and whoever is next is told in their time. @throws Conflict where somebody else is on it, unless a lead says so */
export async function letAlarmGo(actor: Actor, tx: Tx, reach: Reach, id: string): Promise<void> {
  requireRole(actor, "agent")
  const { alarm, alert } = await hold(actor, tx, id)
  if (alert.taken_by === null) return
  if (alert.taken_by !== actor.ref && !atLeast(actor.role, "lead")) throw new Conflict("listening.alarm.notYours")
  await alertRoom(tx).updateTable("alarm_alerts").set({ taken_by: null, taken_at: null }).where("alarm_id", "=", id).execute()
  await note(tx, id, "let_go", actor.ref)
  await goOn(tx, reach, { ...alert, taken_by: null })
  await tellAgain(tx, reach, alarm)
  await tx.record(factOf("alarm.let-go", actor.ref, alarm))
}

/** Somebody looked at it: once each. What the desk told them of it is read. */
export async function seeAlarm(actor: PersonActor, tx: Tx, id: string): Promise<void> {
  const person = requirePerson(actor)
  const { alarm, alert } = await hold(actor, tx, id)
  await markRead(actor, tx, { alarmId: id })
  const tables = alertRoom(tx)
  const known = await tables
    .selectFrom("alarm_events")
    .select("n")
    .where("alarm_id", "=", id)
    .where("what", "=", "seen")
    .where("by_actor", "=", actor.ref)
    .executeTakeFirst()
  if (known) return
  await note(tx, id, "seen", actor.ref)
  const telling = tables.selectFrom("alarm_tellings").select("id").where("alarm_id", "=", id).where("agent_id", "=", person.id)
  if (alert.plan.stopsWhen === "seen" && (await telling.executeTakeFirst())) await stop(tx, id)
  await tx.record(factOf("alarm.seen", actor.ref, alarm))
}

async function hold(actor: Actor, tx: Tx, id: string): Promise<{ alarm: CalledAlarm; alert: AlarmAlert }> {
  await accessAlarm(actor, tx, id)
  const alarm = await alarmCalled(tx, id)
  return { alarm, alert: await holdAlert(tx, alarm) }
}
