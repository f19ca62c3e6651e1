import { sql } from "kysely"
import { type Actor, seesInbox } from "#people"
import type { Reader } from "#platform"
import { doers } from "../names.ts"
import type { CaseRow } from "../tables.ts"

export interface Ending {
  at: string
  by: string | null
  decision: string | null
}

/** How resolved cases ended: when, by whom, and what was decided last. What was decided in a case of which the actor sees a part only is left out. */
export async function howEnded(actor: Actor, reader: Reader, rows: readonly CaseRow[]): Promise<Map<string, Ending>> {
  const resolved = rows.filter(({ category, resolved_at }) => category === "resolved" && resolved_at !== null)
  if (resolved.length === 0) return new Map()
  const found = await sql<{ id: string; by_actor: string | null; decision: string | null }>`
    select c.id,
      (select by_actor from status_changes as s where s.case_id = c.id and s.category = 'resolved' order by seq desc limit 1) as by_actor,
      (select text from decisions as d where d.case_id = c.id and d.withdrawn_at is null order by at desc limit 1) as decision
    from cases as c where c.id = any(${resolved.map(({ id }) => id)}::uuid[])`.execute(reader.sql)
  const doer = await doers(
    reader,
    found.rows.flatMap(({ by_actor }) => by_actor ?? []),
  )
  const known = new Map(found.rows.map((row) => [row.id, row]))
  return new Map(
    resolved.map((row) => {
      const { by_actor = null, decision = null } = known.get(row.id) ?? {}
      const whole = row.inbox_ids.every((id) => seesInbox(actor, [id]))
      return [row.id, { at: row.resolved_at!.toISOString(), by: by_actor ? doer(by_actor).name : null, decision: whole ? decision : null }]
    }),
  )
}
