import { sql } from "kysely"
import { DAY, type Database } from "#platform"

const TOGETHER = 5000
/** So long the lines of a source's page are kept. */
const EVENTS_KEPT = 180 * DAY

/** So long an account may be away until what it had said isn't shown again. */
const HIDDEN_KEPT = 90 * DAY

/** Clears away what ended watches had heard, a few thousand rows at a time, and old lines of sources. Called each night. */
export async function sweepListening(db: Database): Promise<void> {
  for (let done = TOGETHER; done === TOGETHER;) {
    done = await db.transact(async (tx) => {
      const gone = await sql`
        delete from watch_mentions where (watch_id, said_at, mention_id) in (
          select m.watch_id, m.said_at, m.mention_id from watches w join watch_mentions m on m.watch_id = w.id where w.state = 'removed' limit ${TOGETHER})`.execute(
        tx.sql,
      )
      return Number(gone.numAffectedRows ?? 0)
    })
  }
  await db.transact(async (tx) => {
    for (const table of ["watch_counts", "watch_sources", "watch_detectors", "watch_left"])
      await sql`delete from ${sql.table(table)} where watch_id in (select id from watches where state = 'removed')`.execute(tx.sql)
    await sql`delete from mention_hidden where at < ${new Date(tx.now.getTime() - HIDDEN_KEPT)}`.execute(tx.sql)
    await sql`delete from source_events where at < ${new Date(tx.now.getTime() - EVENTS_KEPT)}`.execute(tx.sql)
  })
}
