import { sql } from "kysely"
import type { Actor } from "#people"
import { idOf, insertMany, type Tx } from "#platform"
import type { Told } from "./outside-facts.ts"

/** What happened to a customer outside, long ago. Its `key` names it in its source: told twice, it is one fact. */
export type PastOutsideFact = Told & { contactId: string; key: string }

/** Puts in outside facts of the past, many at once; gives how many are new. They contradict nobody: what was then said of them was said then. */
export async function fileOutsideFacts(actor: Actor, tx: Tx, facts: readonly PastOutsideFact[]): Promise<number> {
  const rows = facts.map(({ contactId, kind, state, reference, text, source, key, occurredAt }) => ({
    id: idOf(occurredAt, source, "fact", key),
    contact_id: contactId,
    kind,
    state,
    reference,
    text,
    source,
    source_key: key,
    occurred_at: occurredAt,
    told_by: actor.ref,
    told_at: occurredAt,
  }))
  const written = await insertMany(tx, "outside_facts", OUTSIDE_FACT, rows, { otherwise: sql`on conflict do nothing` })
  if (written > 0)
    await tx.record({
      kind: "history.imported",
      actor: actor.ref,
      about: {},
      audience: "audit",
      data: { source: facts[0]!.source, outsideFacts: written },
    })
  return written
}

const OUTSIDE_FACT = {
  id: "uuid",
  contact_id: "uuid",
  kind: "text",
  state: "text",
  reference: "text",
  text: "text",
  source: "text",
  source_key: "text",
  occurred_at: "timestamptz",
  told_by: "text",
  told_at: "timestamptz",
}
