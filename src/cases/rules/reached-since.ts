import { type RawBuilder, sql } from "kysely"
import { HOUR, type Reader } from "#platform"
import type { Trigger } from "./rule.types.ts"

interface Reached {
  case_id: string
  moment: string
}

/** All cases that reached a trigger's moment in a stretch of time, however long the clock stood still; null: the clock doesn't ask such rules. */
export function reachedSince(reader: Reader, trigger: Trigger, from: Date, to: Date): Promise<Reached[]> | null {
  if (!("hours" in trigger)) return null
  const ms = trigger.hours * HOUR
  const later = (by: number) => [new Date(from.getTime() + by), new Date(to.getTime() + by)] as const
  switch (trigger.on) {
    case "silence": {
      const [after, until] = later(-ms)
      return rows(
        reader,
        sql<Reached>`select id as case_id, 'silence:' || extract(epoch from waiting_since)::bigint as moment from cases
             where merged_into is null and category in ('new', 'open', 'waiting', 'snoozed') and waiting_since > ${after} and waiting_since <= ${until} order by waiting_since`,
      )
    }
    case "deadline": {
      const [after, until] = later(ms)
      return rows(
        reader,
        sql<Reached>`select id as case_id, 'deadline:' || extract(epoch from next_due)::bigint as moment from cases
             where merged_into is null and category in ('new', 'open') and next_due > ${after} and next_due <= ${until} order by next_due`,
      )
    }
    case "promise-due": {
      const [after, until] = later(ms)
      return rows(
        reader,
        sql<Reached>`select case_id, 'promise:' || id as moment from promises
             where kept_at is null and broken_at is null and withdrawn_at is null and due_at > ${after} and due_at <= ${until} order by due_at`,
      )
    }
  }
}

async function rows(reader: Reader, query: RawBuilder<Reached>): Promise<Reached[]> {
  return (await query.execute(reader.sql)).rows
}
