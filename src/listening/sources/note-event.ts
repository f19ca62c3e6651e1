import { fitJson, newId, type Tx } from "#platform"
import { type EventDetail, room } from "../tables.ts"

/** A line on a source's page. */
export async function noteEvent(tx: Tx, sourceId: string, code: string, detail: EventDetail = {}): Promise<void> {
  await room(tx)
    .insertInto("source_events")
    .values({ id: newId(tx.now), source_id: sourceId, at: tx.now, code, detail: fitJson(detail) })
    .execute()
}
