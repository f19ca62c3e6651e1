import { sql } from "kysely"
import type { Database, JobKind, Tx } from "#platform"
import { leaveStories } from "../gathering/leave-stories.ts"
import { forgetMatches } from "../mentions/keep-matches.ts"

export const OWN_PAST = "listening.own-past"
const TOGETHER = 500

interface Parts {
  db: Database
  /** Keys and addresses of accounts that are or were ours, as sources write authors. */
  ourAuthors: () => Promise<ReadonlySet<string>>
  /** Mentions left their stories. */
  moved: () => void
}

/** What an account said before it was known to be ours leaves the mentions: watches, their counts, stories and proposals. */
export function ownPastJob({ db, ourAuthors, moved }: Parts): JobKind<Record<string, never>> {
  return {
    name: OWN_PAST,
    run: async () => {
      const authors = [...(await ourAuthors())]
      if (authors.length === 0) return
      let some = TOGETHER
      while (some === TOGETHER) {
        some = await db.transact((tx) => markOurs(tx, authors))
        if (some > 0) moved()
      }
    },
  }
}

/** Gives how many. */
async function markOurs(tx: Tx, authors: readonly string[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update mentions set ours_at = ${tx.now} where id in (
      select id from mentions where ours_at is null and gone_at is null and (author_key = any(${authors}::text[]) or author_url = any(${authors}::text[]))
       order by id limit ${TOGETHER} for update)
    returning id`.execute(tx.sql)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await forgetMatches(tx, ids)
  await leaveStories(tx, ids)
  await tx.record({ kind: "mention.ours", actor: "system:listening", about: {}, audience: "all", data: { mentions: ids } })
  return ids.length
}
