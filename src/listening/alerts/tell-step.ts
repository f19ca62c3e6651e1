import { notify } from "#cases"
import { type Agent, alertWishesOf, standingAgents } from "#people"
import { MINUTE, newId, type Tx } from "#platform"
import { maySee } from "./may-see.ts"
import type { AlertStep } from "./plan.ts"
import { quietUntil } from "./quiet-until.ts"
import type { Reach } from "./reach.ts"
import { release } from "./release.ts"
import type { CalledAlarm, Subject } from "./subject.ts"
import { type AlarmAlert, alertRoom, type Because, type Telling } from "./tables.ts"
import { noMail, wakes } from "./wakes.ts"

/** Tells the people of an alarm's next step, each once by each means, and says when the step after it is due. */
export async function tellStep(tx: Tx, reach: Reach, alarm: CalledAlarm, { plan, told: n }: AlarmAlert): Promise<void> {
  const step = plan.steps[n]
  if (!step) return
  const next = plan.steps[n + 1]
  const nextAt = next ? new Date(tx.now.getTime() + next.after * MINUTE) : null
  const tables = alertRoom(tx)
  await tables
    .updateTable("alarm_alerts")
    .set({ told: n + 1, next_at: nextAt })
    .where("alarm_id", "=", alarm.id)
    .execute()
  if (nextAt) await reach.lookAt(tx, nextAt)
  await tables
    .insertInto("alarm_events")
    .values({ alarm_id: alarm.id, at: tx.now, what: "step", step: n, by_actor: "system:clock" })
    .execute()

  const people = await peopleOf(tx, step, alarm.subject)
  if (people.length === 0) return
  const ids = people.map((agent) => agent.id)
  const wishes = await alertWishesOf(tx, ids)
  const before = await tables.selectFrom("alarm_tellings").select("agent_id").where("alarm_id", "=", alarm.id).execute()
  const known = new Set(before.map(({ agent_id }) => agent_id))
  const fresh = people.filter((agent) => !known.has(agent.id))
  await notify(
    tx,
    fresh.map((agent) => agent.id),
    {
      kind: "alarm",
      caseId: null,
      conversationId: null,
      inboxIds: alarm.subject.inboxIds,
      alarmId: alarm.id,
      words: alarm.subject.name,
      by: "system:listening",
    },
  )
  const waking = new Set(ids.filter((agent) => wakes(wishes.get(agent)!, alarm, plan, n, tx.now)))
  const tellings = fresh.flatMap((agent) => {
    const wish = wishes.get(agent.id)!
    const quiet = waking.has(agent.id) ? null : quietUntil(wish.quiet, agent.timeZone, tx.now)
    return tellingsOf(tx, alarm, n, agent, { quiet, browser: wish.browser, mail: noMail(agent, wish, reach) })
  })
  if (tellings.length > 0) await tables.insertInto("alarm_tellings").values(tellings).execute()
  await tables
    .updateTable("alarm_tellings")
    // It is this step that tells them, and wakes them.
    .set({ due_at: tx.now, step: n })
    .where("alarm_id", "=", alarm.id)
    .where("state", "=", "held")
    .where("agent_id", "in", [...waking, NOBODY])
    .execute()
  for (const until of new Set(tellings.map(({ due_at }) => due_at?.getTime() ?? 0)))
    if (until > tx.now.getTime()) await reach.lookAt(tx, new Date(until))
  for (const agent of ids) await release(tx, reach, agent)
}

const NOBODY = "00000000-0000-0000-0000-000000000000"

/** Whom a step names, as it stands now: nobody who is disabled, nobody who may not see it. */
async function peopleOf(tx: Tx, { keepers, agents, teams }: AlertStep, { madeBy, inboxIds }: Subject): Promise<Agent[]> {
  const maker = keepers && madeBy?.startsWith("agent:") ? [madeBy.slice("agent:".length)] : []
  const found = await standingAgents(tx, { ids: [...agents, ...maker], teamIds: teams, roles: keepers ? ["admin", "lead"] : [] })
  return found.filter((agent) => maySee(agent, { inboxIds }))
}

/** What is due at once is held until now: it leaves by the same way. */
function tellingsOf(
  tx: Tx,
  { id: alarm_id }: CalledAlarm,
  step: number,
  { id: agent_id }: Agent,
  { quiet, browser, mail }: { quiet: Date | null; browser: boolean; mail: Because | null },
): Telling[] {
  const plain = { alarm_id, step, agent_id, at: tx.now, tried_at: null, mail_id: null }
  const held = { state: "held" as const, because: quiet && ("quiet" as const), due_at: quiet ?? tx.now, told_at: null }
  const leftOut = (because: Because) => ({ state: "left_out" as const, because, due_at: null, told_at: null })
  return [
    { ...plain, id: newId(tx.now), channel: "desk", state: "told", because: null, due_at: null, told_at: tx.now },
    { ...plain, id: newId(tx.now), channel: "browser", ...(browser ? held : leftOut("wish")) },
    { ...plain, id: newId(tx.now), channel: "mail", ...(mail === null ? held : leftOut(mail)) },
  ]
}
