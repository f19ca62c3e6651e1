import { sql } from "kysely"
import { type Actor, seesInbox } from "#people"
import type { Reader } from "#platform"
import type { LinkKind } from "./tables.ts"

/** What a case is tied to: links, and merges and splits that can still be undone. Cases that the actor may not see are left out. */
export interface Ties {
  links: { id: string; kind: LinkKind; direction: "to" | "from"; case: TiedCase }[]
  merges: { id: string; at: string; merged: TiedCase }[]
  splits: { id: string; at: string; made: TiedCase; conversationId: string }[]
}

export interface TiedCase {
  id: string
  number: number
  subject: string
}

interface Row {
  what: "link" | "merge" | "split"
  id: string
  at: Date
  kind: LinkKind | null
  direction: "to" | "from"
  conversation_id: string | null
  other: string
  number: number
  subject: string
  inbox_ids: string[]
}

export async function tiesOf(actor: Actor, reader: Reader, caseId: string): Promise<Ties> {
  const found = await sql<Row>`
    select t.*, c.number, c.subject, c.inbox_ids from (
      select 'link' as what, id, at, kind, 'to' as direction, null::uuid as conversation_id, b_id as other from case_links where a_id = ${caseId}
      union all select 'link', id, at, kind, 'from', null, a_id from case_links where b_id = ${caseId}
      union all select 'merge', id, at, null, 'from', null, merged_id from case_merges where kept_id = ${caseId} and undone_at is null
      union all select 'split', id, at, null, 'to', conversation_id, new_id from case_splits where from_id = ${caseId} and undone_at is null
    ) t join cases c on c.id = t.other order by t.at, t.id`.execute(reader.sql)
  const seen = found.rows.filter((row) => seesInbox(actor, row.inbox_ids))
  const other = ({ other: id, number, subject }: Row) => ({ id, number, subject })
  return {
    links: seen.flatMap((row) =>
      row.what === "link" && row.kind ? [{ id: row.id, kind: row.kind, direction: row.direction, case: other(row) }] : [],
    ),
    merges: seen.flatMap((row) => (row.what === "merge" ? [{ id: row.id, at: row.at.toISOString(), merged: other(row) }] : [])),
    splits: seen.flatMap((row) =>
      row.what === "split" && row.conversation_id
        ? [{ id: row.id, at: row.at.toISOString(), made: other(row), conversationId: row.conversation_id }]
        : [],
    ),
  }
}
