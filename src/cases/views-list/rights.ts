import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"

/** Conditions on a case `c`: it stands in an inbox that the actor sees. */
export function rights({ inboxes }: Actor): RawBuilder<boolean>[] {
  return inboxes === "every" ? [] : [sql`c.inbox_ids && ${[...inboxes]}::uuid[]`]
}
