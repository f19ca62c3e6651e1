import { sql } from "kysely"
import type { Database } from "#platform"

/** Words as written that are worth knowing for completion and correction: not numbers, which never end. */
export function surfaceWords(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word.length >= 3 && word.length <= 30 && !/\p{N}/u.test(word)))].sort()
}

/** Folds the words noted since the last time into the list of known ones. Called by a job, every minute. */
export async function learnWords(db: Database): Promise<void> {
  await db.transact((tx) =>
    sql`
      with taken as (delete from search_new_words returning word, n)
      insert into search_words as known (word, n)
      select word, sum(n) from taken group by word order by word
      on conflict (word) do update set n = known.n + excluded.n`.execute(tx.sql),
  )
}
