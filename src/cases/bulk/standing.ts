import { sql } from "kysely"
import type { Tx } from "#platform"

/** Where a case stood: its last change of status, its snooze, and who waited. Moments as ISO text. */
export interface Standing {
  change: string | null
  snooze: { until: string; was_status: string; by_actor: string; at: string } | null
  silences: { conversation_id: string; began_at: string; ended_at: string | null; ended_by: string | null }[]
}

/** Where a case stands just now. */
export async function standingOf(tx: Tx, caseId: string): Promise<Standing> {
  const found = await sql<Standing>`
    select (select id from status_changes where case_id = ${caseId} order by seq desc limit 1) as change,
      (select json_build_object('until', until, 'was_status', was_status, 'by_actor', by_actor, 'at', at) from snoozes where case_id = ${caseId}) as snooze,
      coalesce((select json_agg(json_build_object('conversation_id', conversation_id, 'began_at', began_at, 'ended_at', ended_at, 'ended_by', ended_by)
        order by conversation_id, began_at) from silences where case_id = ${caseId}), '[]') as silences`.execute(tx.sql)
  return found.rows[0]!
}
