import { sql } from "kysely"
import { type Database, type MovableClock, silentLog } from "#platform"
import type { said } from "../fair.fixture.ts"
import { LiveMatcher } from "../hearing/live-matcher.ts"
import { type Hearing, takeIn, type ToTakeIn } from "../hearing/take-in.ts"
import { room } from "../tables.ts"
import { gatherKept } from "./gather-kept.ts"

export const SOURCE = "01a19b45-b800-7000-8000-000000000001"

export interface Fair {
  db: Database
  clock: MovableClock
  hear(...heard: ReturnType<typeof said>[]): Promise<unknown>
  /** What its source tells otherwise. */
  tell(told: Partial<ToTakeIn>): Promise<unknown>
  /** The keys of mentions that have a row there. */
  keysOf(table: "story_mentions" | "story_queue"): Promise<string[]>
}

/** A source that says what the test lets it say; what it says waits to be gathered. */
export async function openFair(
  { db, clock }: { db: Database; clock: MovableClock },
  closeAfterwards: (close: () => Promise<void>) => void,
): Promise<Fair> {
  const at = db.clock.now()
  const row = { id: SOURCE, kind: "fair", name: "Fair", place: "forum", settings: "{}", sealed_secret: null, state: "reading" } as const
  const times = { state_since: at, next_at: null, created_by: "test", created_at: at, updated_at: at }
  await db.transact((tx) =>
    room(tx)
      .insertInto("sources")
      .values({ ...row, ...times })
      .execute(),
  )
  const matcher = new LiveMatcher(db, silentLog)
  closeAfterwards(() => matcher.close())
  const languagesOf: Hearing["languagesOf"] = (texts) => Promise.resolve(texts.map(() => "fr"))
  const after: Hearing["after"] = [(tx, { kept }) => gatherKept(tx, kept)]
  const hearing: Hearing = { db, matcher, others: (heard) => Promise.resolve(heard), languagesOf, after, taken: () => {} }
  const tell: Fair["tell"] = (told) => takeIn(hearing, SOURCE, { heard: [], gone: [], keeps: "all", ...told })
  return {
    db,
    clock,
    tell,
    hear: (...heard) => tell({ heard }),
    async keysOf(table) {
      const found = await sql<{ key: string }>`
        select m.key from ${sql.table(table)} q join mentions m on m.id = q.mention_id order by m.key`.execute(db.read.sql)
      return found.rows.map(({ key }) => key)
    },
  }
}
