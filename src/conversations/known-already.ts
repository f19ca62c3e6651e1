import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Incoming } from "./channel.ts"

/** A message that is here. */
export interface Known {
  id: string
  conversationId: string
}

/**
 * The same arrival, or the same message by another way; null: neither. Holds the messages' keys, so that two deliveries at once become
 * one message.
 */
export async function knownAlready(tx: Tx, incomings: readonly Incoming[]): Promise<(Known | null)[]> {
  // In one order everywhere: two who hold the same keys wait for each other, and not in a circle.
  const held = incomings.map(keyOf).sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 4600)) from unnest(${held}::text[]) as key`.execute(tx.sql)
  const arrivals = incomings.flatMap(arrivalKeys)
  const contents = incomings.flatMap(({ contentKey }) => contentKey ?? [])
  const found = await sql<Known & { key: string }>`
    select d.source_key as key, m.id, m.conversation_id as "conversationId" from deliveries d join messages m on m.id = d.message_id
     where d.source_key = any(${arrivals}::text[])
    union all
    select content_key, id, conversation_id from messages where content_key = any(${contents}::text[])`.execute(tx.sql)
  const known = new Map(found.rows.map(({ key, id, conversationId }) => [key, { id, conversationId }]))
  return incomings.map((incoming) => {
    const keys = [...arrivalKeys(incoming), incoming.contentKey ?? ""]
    return keys.map((key) => known.get(key)).find((one) => one !== undefined) ?? null
  })
}

/** What two deliveries of one message have in common. */
export function keyOf({ contentKey, sourceKey }: Incoming): string {
  return contentKey ?? sourceKey
}

function arrivalKeys(incoming: Incoming): string[] {
  return incoming.inboxIds.map((id) => deliveryKey(incoming, id))
}

/** What is the same when one delivery comes twice. */
export function deliveryKey(incoming: Incoming, inboxId: string): string {
  return `${shortKey(incoming.sourceKey)}#${inboxId}`
}

/** An index takes some 2,700 bytes; a folder's name in an archive may be longer. */
function shortKey(key: string): string {
  return key.length <= 500 ? key : createHash("sha256").update(key).digest("hex")
}
