import { DAY, MINUTE, type Subscriber, type Tx } from "#platform"
import { room } from "../tables.ts"
import { planOf } from "./plans.ts"
import type { Reach } from "./reach.ts"
import { alarmCalled, type CalledAlarm } from "./subject.ts"
import { type AlarmAlert, type AlarmEvent, alertRoom } from "./tables.ts"
import { tellAgain } from "./tell-again.ts"
import { tellStep } from "./tell-step.ts"

/** alarm.called: those are told who are told first. */
export const beginAlert =
  (reach: Reach): Subscriber =>
  async (tx, { data }) => {
    const alarm = await alarmCalled(tx, String(data?.["alarm"]))
    const alert = await holdAlert(tx, alarm)
    const first = alert.plan.steps[0]
    if (!first) return
    if (first.after === 0) await tellStep(tx, reach, alarm, alert)
    else await goOn(tx, reach, alert)
  }

/** alarm.judged: somebody said what it was, or took that back. */
export const heedVerdict =
  (reach: Reach): Subscriber =>
  async (tx, { data, actor }) => {
    const alarm = await alarmCalled(tx, String(data?.["alarm"]))
    const alert = await holdAlert(tx, alarm)
    await note(tx, alarm.id, alarm.verdict ? "answered" : "unanswered", actor)
    if (alarm.verdict) return stop(tx, alarm.id)
    await goOn(tx, reach, alert)
    await tellAgain(tx, reach, alarm)
  }

/** How far its telling has come, held until the transaction ends. One that was called before anybody was told has told nobody. */
export async function holdAlert(tx: Tx, { id, subject }: CalledAlarm): Promise<AlarmAlert> {
  const plan = JSON.stringify(await planOf(tx, subject))
  const none = { told: 0, next_at: null, taken_by: null, taken_at: null, over_at: null }
  await alertRoom(tx)
    .insertInto("alarm_alerts")
    .values({ alarm_id: id, plan, ...none })
    .onConflict((on) => on.doNothing())
    .execute()
  return alertRoom(tx).selectFrom("alarm_alerts").selectAll().where("alarm_id", "=", id).forUpdate().executeTakeFirstOrThrow()
}

/** Nobody else is told. */
export async function stop(tx: Tx, alarmId: string): Promise<void> {
  await alertRoom(tx).updateTable("alarm_alerts").set({ next_at: null }).where("alarm_id", "=", alarmId).execute()
}

/** What was called longer ago is no news to anybody. */
const NEWS = DAY

/** The next step is told, after its time, counted from now. */
export async function goOn(tx: Tx, reach: Reach, { alarm_id, plan, told, over_at, taken_by }: AlarmAlert): Promise<void> {
  const next = plan.steps[told]
  const { verdict, called_at } = await room(tx)
    .selectFrom("alarms")
    .select(["verdict", "called_at"])
    .where("id", "=", alarm_id)
    .executeTakeFirstOrThrow()
  if (!next || over_at || taken_by || verdict || tx.now.getTime() - called_at.getTime() > NEWS) return
  const at = new Date(tx.now.getTime() + next.after * MINUTE)
  await alertRoom(tx).updateTable("alarm_alerts").set({ next_at: at }).where("alarm_id", "=", alarm_id).execute()
  await reach.lookAt(tx, at)
}

export async function note(tx: Tx, alarmId: string, what: AlarmEvent, by: string): Promise<void> {
  await alertRoom(tx).insertInto("alarm_events").values({ alarm_id: alarmId, at: tx.now, what, step: null, by_actor: by }).execute()
}
