import { type Database, DAY, type JobKind } from "#platform"
import { IDLE } from "./sessions/session-cookie.ts"
import { forgetAttempts } from "./sign-in/throttle.ts"
import type { PeopleTables } from "./tables.ts"

/** Sweeps, hourly: tries that no limit looks at, links and challenges that ran out, sessions that open nothing. */
export function forgetSpentProofs(db: Database): JobKind<Record<string, never>> {
  return {
    name: "people.forget-spent-proofs",
    run: () =>
      db.transact(async (tx) => {
        const tables = tx.sql.withTables<PeopleTables>()
        await forgetAttempts(tx)
        await tables
          .deleteFrom("sign_in_links")
          .where("expires_at", "<", new Date(tx.now.getTime() - DAY))
          .execute()
        await tables.deleteFrom("sign_in_challenges").where("expires_at", "<", tx.now).execute()
        await tables
          .deleteFrom("sessions")
          .where((s) => s.or([s("expires_at", "<", tx.now), s("seen_at", "<", new Date(tx.now.getTime() - IDLE))]))
          .execute()
      }),
  }
}
