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
      // One walk over all that was ever heard, begun again where it was left.
      for (let after = FIRST; ;) {
        const marked = await db.transact((tx) => markOurs(tx, authors, after))
        if (marked.length > 0) moved()
        if (marked.length < TOGETHER) return
        after = marked.at(-1)!
      }
    },
  }
}

const FIRST = "00000000-0000-0000-0000-000000000000"

/** Gives those that were, in order. */
async function markOurs(tx: Tx, authors: readonly string[], after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update mentions set ours_at = ${tx.now} where id in (
      select id from mentions where id > ${after} and ours_at is null and gone_at is null and (author_key = any(${authors}::text[]) or author_url = any(${authors}::text[]))
       order by id limit ${TOGETHER} for update)
    returning id`.execute(tx.sql)
  const ids = rows.map(({ id }) => id).toSorted()
  if (ids.length === 0) return []
  await forgetMatches(tx, ids)
  await leaveStories(tx, ids)
  await tx.record({ kind: "mention.ours", actor: "system:listening", about: {}, audience: "all", data: { mentions: ids } })
  return ids
}
