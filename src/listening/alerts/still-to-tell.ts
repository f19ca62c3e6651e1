import { type Agent, accessAgent, alertWishesOf, type HowToAlert } from "#people"
import type { Tx } from "#platform"
import { room } from "../tables.ts"
import { maySee } from "./may-see.ts"
import { isOnDuty, quietUntil } from "./quiet-until.ts"
import type { Reach } from "./reach.ts"
import { alarmsCalled, type CalledAlarm } from "./subject.ts"
import { type AlarmAlert, alertRoom, type Because, type Telling } from "./tables.ts"
import { noMail, wakes } from "./wakes.ts"

type Instead = { leftOut: Because } | { until: Date }

/**
 * Of what is about to be told to one agent, what still is: whether they may see it, wish it and are in their quiet hours is asked at
 * this moment. The rest is left out or held on, and says so.
 */
export async function stillToTell(tx: Tx, reach: Reach, agentId: string, due: readonly Telling[]): Promise<Telling[]> {
  const instead = await insteadOf(tx, reach, agentId, due)
  for (const [because, ids] of Map.groupBy(instead.keys(), (id) => leftOutFor(instead.get(id))))
    if (because) await alertRoom(tx).updateTable("alarm_tellings").set({ state: "left_out", because }).where("id", "in", ids).execute()
  for (const telling of due) {
    const found = instead.get(telling.id)
    if (found && "until" in found) await holdOn(tx, reach, telling, found.until)
  }
  return due.filter(({ id }) => !instead.has(id))
}

const leftOutFor = (instead: Instead | undefined): Because | null => (instead && "leftOut" in instead ? instead.leftOut : null)

/** In quiet hours nothing is tried: they don't count among those after which a mail is given up. */
async function holdOn(tx: Tx, reach: Reach, { id, tried_at }: Telling, until: Date): Promise<void> {
  const waits = until.getTime() - tx.now.getTime()
  await alertRoom(tx)
    .updateTable("alarm_tellings")
    .set({
      state: "held",
      because: "quiet",
      due_at: until,
      mail_id: null,
      tried_at: tried_at && new Date(tried_at.getTime() + waits),
    })
    .where("id", "=", id)
    .execute()
  await reach.lookAt(tx, until)
}

async function insteadOf(tx: Tx, reach: Reach, agentId: string, tellings: readonly Telling[]): Promise<Map<string, Instead>> {
  const ids = [...new Set(tellings.map(({ alarm_id }) => alarm_id))]
  const agent = await accessAgent(tx, agentId)
  const wish = (await alertWishesOf(tx, [agentId])).get(agentId)!
  const called = new Map((await alarmsCalled(tx, ids)).map((alarm) => [alarm.id, alarm]))
  const judged = await room(tx).selectFrom("alarms").select("id").where("id", "in", ids).where("verdict", "is not", null).execute()
  const alerts = await alertRoom(tx).selectFrom("alarm_alerts").selectAll().where("alarm_id", "in", ids).execute()
  const answered = new Set(judged.map(({ id }) => id))
  const stands = new Map(alerts.map((alert) => [alert.alarm_id, alert]))
  const found = new Map<string, Instead>()
  for (const telling of tellings) {
    const alarm = called.get(telling.alarm_id)
    const alert = stands.get(telling.alarm_id)
    const leftOut =
      unseen(agent, alarm) ??
      (answered.has(telling.alarm_id) ? "answered" : null) ??
      noNews(telling, alert) ??
      unwished(agent, wish, telling, reach)
    const until = alarm && alert ? heldUntil(agent, wish, telling, alarm, alert, tx.now) : null
    if (leftOut) found.set(telling.id, { leftOut })
    else if (until) found.set(telling.id, { until })
  }
  return found
}

function unseen(agent: Agent, alarm: CalledAlarm | undefined): Because | null {
  if (agent.disabled) return "disabled"
  if (!alarm) return "over"
  return maySee(agent, alarm.subject) ? null : "unseen"
}

/** What somebody else is on meanwhile, or what is over; that it is over is told all the same. */
function noNews({ agent_id, channel }: Telling, alert: AlarmAlert | undefined): Because | null {
  if (channel === "end" || !alert) return null
  if (alert.taken_by && alert.taken_by !== `agent:${agent_id}`) return "answered"
  return alert.over_at ? "over" : null
}

function unwished(agent: Agent, wish: HowToAlert, { channel }: Telling, reach: Reach): Because | null {
  if (channel === "browser") return wish.browser ? null : "wish"
  return channel === "end" && !wish.ended ? "wish" : noMail(agent, wish, reach)
}

function heldUntil(
  { timeZone }: Agent,
  wish: HowToAlert,
  { channel, step }: Telling,
  alarm: CalledAlarm,
  { plan }: AlarmAlert,
  now: Date,
): Date | null {
  const isWoken = channel === "end" ? isOnDuty(wish, now) : wakes(wish, alarm, plan, step, now)
  return isWoken ? null : quietUntil(wish.quiet, timeZone, now)
}
