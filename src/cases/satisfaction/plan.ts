import { sql } from "kysely"
import { MINUTE, newId, type Subscriber } from "#platform"
import { room } from "../tables.ts"
import { satisfaction } from "./tables.ts"

/** So long after the case was resolved is the question asked: time to change one's mind. */
const PATIENCE = 10 * MINUTE

/** A colleague resolved a case of an inbox that asks: the question is put down, to be asked in a while. */
export const planQuestion: Subscriber = async (tx, { actor, about, data }) => {
  const byColleague = actor.startsWith("agent:") || actor.startsWith("token:")
  if (data?.["to"] !== "resolved" || data["undone"] || !byColleague || !about.case) return
  const found = await sql<{ change_id: string; contact_id: string; choices: 3 | 5 }>`
    select (select id from status_changes h where h.case_id = c.id order by seq desc limit 1) as change_id, c.contact_id, s.choices
    from cases c join satisfaction_settings s on s.inbox_id = c.inbox_ids[1]
    where c.id = ${about.case} and c.contact_id is not null`.execute(tx.sql)
  const planned = found.rows[0]
  if (!planned) return
  const due = new Date(tx.now.getTime() + PATIENCE)
  await satisfaction(tx)
    .insertInto("satisfaction_questions")
    .values({ id: newId(tx.now), case_id: about.case, ...planned, language: "en", due_at: due, ...UNASKED })
    .onConflict((conflict) => conflict.column("change_id").doNothing())
    .execute()
}

const UNASKED = {
  asked_at: null,
  message_id: null,
  conversation_id: null,
  dropped: null,
  value: null,
  answered_at: null,
  changed_at: null,
  reopened_at: null,
}

/** The resolution that a case stands on, or null when it isn't resolved. */
export async function standingResolution(reader: Parameters<typeof room>[0], caseId: string): Promise<string | null> {
  const found = await room(reader)
    .selectFrom("status_changes")
    .select(["id", "category"])
    .where("case_id", "=", caseId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst()
  return found?.category === "resolved" ? found.id : null
}
