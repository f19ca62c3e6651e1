import { type PersonActor, requirePerson } from "#people"
import { isId, type Tx } from "#platform"
import type { NotificationTables } from "./tables.ts"

/** What was read: these, all about a case or an alarm, or all. */
export interface ReadWhat {
  ids?: readonly string[] | undefined
  caseId?: string | undefined
  alarmId?: string | undefined
  /** False: unread again. */
  read?: boolean | undefined
}

/** Marks one's own notifications read, or unread again. Gives how many changed. @throws Forbidden for a token, which has none */
export async function markRead(actor: PersonActor, tx: Tx, { ids, caseId, alarmId, read = true }: ReadWhat): Promise<number> {
  const { id } = requirePerson(actor)
  const own = tx.sql
    .withTables<NotificationTables>()
    .updateTable("notifications")
    .set({ read_at: read ? tx.now : null })
    .where("agent_id", "=", id)
    .where("read_at", read ? "is" : "is not", null)
  const named = ids ? own.where("id", "in", [...ids.filter(isId), NOBODY]) : own
  const ofCase = caseId ? named.where("case_id", "=", isId(caseId) ? caseId : NOBODY) : named
  const ofAlarm = alarmId ? ofCase.where("alarm_id", "=", isId(alarmId) ? alarmId : NOBODY) : ofCase
  const changed = await ofAlarm.returning("id").execute()
  if (changed.length)
    await tx.record({
      kind: "notification.read",
      actor: actor.ref,
      about: {},
      audience: { agent: id },
      data: { count: changed.length, read },
    })
  return changed.length
}

const NOBODY = "00000000-0000-0000-0000-000000000000"
