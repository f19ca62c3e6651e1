import { sql } from "kysely"
import { errorFields, type Log, MINUTE, type Reader, type Tx } from "#platform"
import { noteEvent } from "../sources/note-event.ts"
import type { Mention } from "../tables.ts"
import { gathering } from "./tables.ts"

export type Waiting = Mention & { story_id: string | null; queued: number }

/** What fails so often is left until it is edited. */
const TRIES = 5
const AGAIN = 10 * MINUTE

/** What waits to be understood and is due, the earliest first; the story that each is of already. */
export function waitingOf(reader: Reader, limit: number): Promise<Waiting[]> {
  return gathering(reader)
    .selectFrom("story_queue as q")
    .innerJoin("mentions as m", "m.id", "q.mention_id")
    .leftJoin("story_mentions as p", "p.mention_id", "m.id")
    .selectAll("m")
    .select(["p.story_id", "q.n as queued"])
    .where("q.tries", "<", sql.lit(TRIES))
    .where("q.due_at", "<=", reader.now)
    .orderBy("q.n")
    .limit(limit)
    .execute()
}

/** What couldn't be understood lets the others pass: it is tried again later, a few times, then its source's page says that it isn't. */
export async function setAside(tx: Tx, log: Log, { id, source_id, url }: Mention, error: unknown): Promise<void> {
  const aside = await gathering(tx)
    .updateTable("story_queue")
    .set((row) => ({ tries: row("tries", "+", 1), due_at: new Date(tx.now.getTime() + AGAIN) }))
    .where("mention_id", "=", id)
    .returning("tries")
    .executeTakeFirst()
  if (!aside) return
  log.error("listening.set-aside", { mention: id, source: source_id, tries: aside.tries, ...errorFields(error) })
  if (aside.tries === TRIES) await noteEvent(tx, source_id, "set-aside", { values: { what: url ?? id } })
}
