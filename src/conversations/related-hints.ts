import { sql } from "kysely"
import { newId, type Tx } from "#platform"
import { normalAddress } from "./address.ts"
import type { Incoming } from "./channel.ts"
import { room, type RelatedHintsTable } from "./tables.ts"

type Reason = RelatedHintsTable["reason"]

/** A message that began a conversation. `strangerTo`: the conversation it refers to without being part of it. */
export interface Beginning {
  conversationId: string
  incoming: Incoming
  strangerTo: string | null
}

/** What looks related without proving anything: kept as hints with their reason. A person joins them, or says no. */
export async function noteHints(tx: Tx, beginnings: readonly Beginning[]): Promise<void> {
  const alike = await bySameWriterAndSubject(tx, beginnings)
  const begun = beginnings.map(({ conversationId }) => conversationId)
  for (const [n, beginning] of beginnings.entries()) {
    const { conversationId, incoming, strangerTo } = beginning
    const found = new Map<string, Reason>()
    const add = (ids: readonly string[], reason: Reason) => {
      // Of those that began together, the later is related to the earlier.
      for (const id of ids) if (!begun.slice(n).includes(id) && !found.has(id)) found.set(id, reason)
    }
    if (strangerTo) add([strangerTo], "stranger-answers")
    add(await byOwnReference(tx, incoming), "own-reference")
    add(await bySameParent(tx, conversationId, incoming), "same-parent")
    add(alike.get(beginning) ?? [], "same-writer-same-subject")
    for (const [related, reason] of [...found].slice(0, 5)) await noteHint(tx, conversationId, related, reason)
  }
}

/** One hint; the same one twice is one. */
export async function noteHint(tx: Tx, conversationId: string, relatedId: string, reason: Reason): Promise<void> {
  if (conversationId === relatedId) return
  await room(tx)
    .insertInto("related_hints")
    .values({
      id: newId(tx.now),
      conversation_id: conversationId,
      related_id: relatedId,
      reason,
      decision: null,
      decided_by: null,
      decided_at: null,
      created_at: tx.now,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** It refers to a message that came in earlier: often the writer answering their own mail. */
async function byOwnReference(tx: Tx, { inReplyTo, references }: Incoming): Promise<string[]> {
  const ids = [...new Set([...(inReplyTo ? [inReplyTo] : []), ...references.slice(-10)])]
  if (ids.length === 0) return []
  const rows = await room(tx).selectFrom("messages").select("conversation_id").where("message_id", "in", ids).limit(5).execute()
  return rows.map((row) => row.conversation_id)
}

/** Two messages that answer the same one, which never came here. */
async function bySameParent(tx: Tx, conversationId: string, { inReplyTo }: Incoming): Promise<string[]> {
  if (!inReplyTo) return []
  const rows = await room(tx)
    .selectFrom("messages")
    .select("conversation_id")
    .where("direction", "=", "in")
    .where(sql<boolean>`refs @> array[${inReplyTo}]::text[]`)
    .where("conversation_id", "!=", conversationId)
    .limit(5)
    .execute()
  return rows.map((row) => row.conversation_id)
}

/** The same address wrote under the same subject within a month. */
async function bySameWriterAndSubject(tx: Tx, beginnings: readonly Beginning[]): Promise<Map<Beginning, string[]>> {
  const telling = beginnings.flatMap((beginning) => {
    const { from, subject } = beginning.incoming
    const plain = plainSubject(subject)
    return from && plain ? [{ beginning, plain, address: normalAddress(from.address) }] : []
  })
  if (telling.length === 0) return new Map()
  const addresses = [...new Set(telling.map(({ address }) => address))]
  const since = new Date(tx.now.getTime() - 30 * 86_400_000)
  const { rows } = await sql<{ address: string; id: string; subject: string }>`
    select asked.address, c.id, c.subject from unnest(${addresses}::text[]) as asked (address) cross join lateral (
      select c.id, c.subject from participants p join conversations c on c.id = p.conversation_id
       where p.address = asked.address and c.last_message_at > ${since}
       order by c.last_message_at desc limit ${20 + beginnings.length}) c`.execute(tx.sql)
  const alike = (plain: string, address: string) => rows.filter((row) => row.address === address && plainSubject(row.subject) === plain)
  return new Map(telling.map(({ beginning, plain, address }) => [beginning, alike(plain, address).map(({ id }) => id)]))
}

/** A subject without its reply and forward marks in the main languages, folded for comparison. */
export function plainSubject(subject: string): string {
  let text = subject.trim().toLowerCase()
  for (let cut = MARK.exec(text); cut; cut = MARK.exec(text)) text = text.slice(cut[0].length)
  return text.replace(/\s+/g, " ").trim()
}

const MARK = /^(?:re|aw|sv|vs|rv|antw|odp|ynt|res|ré|rép|fw|fwd|tr|wg|vb|doorst|rif|i|enc|pd|fs)(?:\[\d{1,3}\])? ?: ?/
