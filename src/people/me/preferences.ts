import { z } from "@hono/zod-openapi"
import type { Reader, Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requirePerson } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { alertWishes, changedWishes, withDefaults } from "./alert-wishes.ts"
import { quietHours } from "./quiet-hours.ts"

/** What the desk may tell an agent of who isn't looking at it. */
const NOTICES = {
  assigned: true,
  mentions: true,
  replies: true,
  teams: false,
  promises: true,
  deadlines: true,
  woken: true,
  answers: true,
  alarms: true,
}

const keys = z
  .record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4))
  .refine((all) => Object.keys(all).length <= 200)
  .openapi({ description: "Keys that do a command instead of ours, by the command's name; none: it has no key" })
const flag = z.boolean()
const notify = z.strictObject({
  assigned: flag,
  mentions: flag,
  replies: flag,
  teams: flag,
  promises: flag,
  deadlines: flag,
  woken: flag,
  answers: flag,
  alarms: flag,
})
export const preferencesView = z
  .object({ keys, letters: z.boolean(), density: z.enum(["comfortable", "compact"]), notify, quiet: quietHours, alerts: alertWishes })
  .openapi("Preferences")
export const preferencesChange = z.strictObject({
  keys: keys.optional(),
  letters: z.boolean().optional(),
  density: z.enum(["comfortable", "compact"]).optional(),
  notify: notify.partial().optional(),
  quiet: quietHours.optional(),
  alerts: alertWishes.partial().optional(),
})

type Preferences = z.infer<typeof preferencesView>

/** How an agent has their desk; what they never changed is as we think best. @throws Forbidden for a token, which has none */
export async function readPreferences(actor: Actor, reader: Reader): Promise<Preferences> {
  const { id } = requirePerson(actor)
  const found = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("agent_preferences")
    .selectAll()
    .where("agent_id", "=", id)
    .executeTakeFirst()
  const { keys: own = {}, letters = true, density = "comfortable", notify: told = {}, quiet = [], alerts = {} } = found ?? {}
  return { keys: { ...own }, letters, density, notify: { ...NOTICES, ...told }, quiet, alerts: withDefaults(alerts) }
}

/** Changes some of it. Their other windows and devices hear of it. */
export async function changePreferences(actor: Actor, tx: Tx, changes: z.infer<typeof preferencesChange>): Promise<Preferences> {
  const { id, ref } = requirePerson(actor)
  const before = await readPreferences(actor, tx)
  const next: Preferences = {
    keys: changes.keys ?? before.keys,
    letters: changes.letters ?? before.letters,
    density: changes.density ?? before.density,
    notify: {
      assigned: changes.notify?.assigned ?? before.notify.assigned,
      mentions: changes.notify?.mentions ?? before.notify.mentions,
      replies: changes.notify?.replies ?? before.notify.replies,
      teams: changes.notify?.teams ?? before.notify.teams,
      promises: changes.notify?.promises ?? before.notify.promises,
      deadlines: changes.notify?.deadlines ?? before.notify.deadlines,
      woken: changes.notify?.woken ?? before.notify.woken,
      answers: changes.notify?.answers ?? before.notify.answers,
      alarms: changes.notify?.alarms ?? before.notify.alarms,
    },
    quiet: changes.quiet ?? before.quiet,
    alerts: changedWishes(before.alerts, changes.alerts ?? {}),
  }
  const columns = {
    keys: JSON.stringify(next.keys),
    letters: next.letters,
    density: next.density,
    notify: JSON.stringify(next.notify),
    quiet: JSON.stringify(next.quiet),
    alerts: JSON.stringify(next.alerts),
    updated_at: tx.now,
  }
  await tx.sql
    .withTables<PeopleTables>()
    .insertInto("agent_preferences")
    .values({ agent_id: id, ...columns })
    .onConflict((on) => on.column("agent_id").doUpdateSet(columns))
    .execute()
  const data = { changed: Object.keys(changes) }
  await tx.record({ kind: "agent.preferences-changed", actor: ref, about: { agent: id }, audience: { agent: id }, data })
  return next
}
