import { sql } from "kysely"
import { MINUTE, SECOND, type Tx } from "#platform"
import { room, type Telling } from "./tables.ts"

const AT_ONCE = 20

/** Takes what is due; nobody else sends it for a minute. */
export async function claim(tx: Tx): Promise<Telling[]> {
  const claimed = await sql<{ id: string }>`
    update push_tellings set attempts = attempts + 1, leased_until = ${new Date(tx.now.getTime() + MINUTE)}
     where id in (
       select id from push_tellings where due_at <= ${tx.now} and (leased_until is null or leased_until <= ${tx.now})
        order by due_at limit ${AT_ONCE} for update skip locked)
    returning id`.execute(tx.sql)
  const ids = claimed.rows.map(({ id }) => id)
  return ids.length > 0 ? room(tx).selectFrom("push_tellings").selectAll().where("id", "in", ids).execute() : []
}

/** After 15 seconds, then four times as long each time; later where the push service asks for that. */
export function nextTry(attempts: number, now: Date, after: number | null): Date {
  return new Date(now.getTime() + Math.max(15 * SECOND * 4 ** (attempts - 1), (after ?? 0) * SECOND))
}
