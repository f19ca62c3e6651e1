import { sql } from "kysely"
import type { Actor } from "#people"
import { fitJson, newId, type Tx } from "#platform"
import { factOf, recordOf } from "./facts.ts"
import { type Identity, identityKey, type KnownIdentity, readIdentity } from "./identity.ts"
import { makeContacts } from "./make-contacts.ts"
import { cleanName, nameKey } from "./name.ts"
import { suggestMerges, withSomethingShared } from "./suggest-merges.ts"

export interface Appearance {
  /** What the message called them. */
  name: string | null
  /** How it was proven that this identity wrote (`dmarc`), or null. */
  verified: string | null
  /** From where we have it: mail, import, chat. */
  source: string
}

export interface Found {
  contactId: string
  created: boolean
}

/**
 * The contact behind an e-mail address; made when there is none. However many ask at once, there is one. The name is a suggestion
 * and never takes the place of what a person typed. What is no address gives a contact of its own, so that no mail is without one
 * and no two strangers share one.
 */
export async function contactOfAddress(actor: Actor, tx: Tx, seen: Appearance & { address: string }): Promise<Found> {
  const [found] = await contactsOfAddresses(actor, tx, [seen])
  return found!
}

/** The same for many, in the order given; who appears twice among them is one. */
export function contactsOfAddresses(actor: Actor, tx: Tx, seen: readonly (Appearance & { address: string })[]): Promise<Found[]> {
  return contactsOf(
    actor,
    tx,
    seen.map(({ address, ...appearance }) => ({ identity: { kind: "email", network: "", value: address }, appearance })),
  )
}

/** The same by any identity. */
export async function contactOfIdentity(actor: Actor, tx: Tx, identity: Identity, appearance: Appearance): Promise<Found> {
  const [found] = await contactsOf(actor, tx, [{ identity, appearance }])
  return found!
}

interface Seen {
  identity: Identity
  appearance: Appearance
}

async function contactsOf(actor: Actor, tx: Tx, seen: readonly Seen[]): Promise<Found[]> {
  const done = new Map<Seen, Found>()
  const readable = seen.flatMap((one) => {
    const known = readIdentity(one.identity)
    return known ? [{ one, known, key: identityKey(known) }] : []
  })
  for (let left = readable; left.length > 0; left = left.filter(({ one }) => !done.has(one))) {
    const rows = await find(
      tx,
      left.map(({ known }) => known),
    )
    const fresh = new Map<string, (typeof left)[number]>()
    for (const each of left) {
      const row = rows.get(each.key)
      if (row) {
        await learn(actor, tx, row, each.one.appearance)
        done.set(each.one, { contactId: row.contact_id, created: false })
      } else if (!fresh.has(each.key)) fresh.set(each.key, each)
    }
    const writers = [...fresh.values()].map(({ one, known }) => ({ ...one.appearance, id: newId(tx.now), known }))
    const made = await make(actor, tx, writers)
    // One that isn't made now was made by somebody else between the two: committed by now, it is found in the next round.
    for (const { one, key } of fresh.values()) if (made.has(key)) done.set(one, { contactId: made.get(key)!, created: true })
  }
  const strange = seen.filter((one) => !done.has(one))
  const alone = strange.map(({ appearance }) => ({ ...appearance, id: newId(tx.now), known: null }))
  await make(actor, tx, alone)
  for (const [n, one] of strange.entries()) done.set(one, { contactId: alone[n]!.id, created: true })
  return seen.map((one) => done.get(one)!)
}

interface Row {
  id: string
  contact_id: string
  verified_at: Date | null
  suggested_name: string
  suggestion_proven: boolean
}

async function find(tx: Tx, identities: readonly KnownIdentity[]): Promise<Map<string, Row>> {
  const asked = fitJson(identities.map(({ kind, network, normal }) => ({ kind, network, normal })))
  const found = await sql<Row & Pick<KnownIdentity, "kind" | "network" | "normal">>`
    select i.id, i.kind, i.network, i.normal, i.contact_id, i.verified_at, c.suggested_name, c.suggestion_proven
      from json_to_recordset(${asked}::json) as asked (kind text, network text, normal text)
      join identities i on (i.kind, i.network, i.normal) = (asked.kind, asked.network, asked.normal)
      join contacts c on c.id = i.contact_id`.execute(tx.sql)
  return new Map(found.rows.map((row) => [identityKey(row), row]))
}

/** A proof counts from the first time on. The first name that came with a proof stays; one without only fills a gap. */
async function learn(actor: Actor, tx: Tx, row: Row, { name, verified }: Appearance): Promise<void> {
  if (verified && !row.verified_at) {
    await sql`update identities set verified_at = ${tx.now}, verified_by = ${verified} where id = ${row.id}`.execute(tx.sql)
    await recordOf(actor, tx, "contact.identity-verified", row.contact_id, { identityId: row.id, by: verified })
    row.verified_at = tx.now
  }
  const suggested = cleanName(name)
  if (!suggested || suggested === row.suggested_name || (row.suggested_name && (row.suggestion_proven || !verified))) return
  await sql`
    update contacts set suggested_name = ${suggested}, suggestion_proven = ${verified !== null},
           name_key = case when name = '' then ${nameKey(suggested)} else name_key end
     where id = ${row.contact_id}`.execute(tx.sql)
  Object.assign(row, { suggested_name: suggested, suggestion_proven: verified !== null })
  await recordOf(actor, tx, "contact.changed", row.contact_id, { fields: ["suggestedName"] })
  await suggestMerges(actor, tx, row.contact_id)
}

/** Those that were made, by identity: nobody else had just taken theirs. */
async function make(actor: Actor, tx: Tx, writers: Parameters<typeof makeContacts>[1]): Promise<Map<string, string>> {
  if (writers.length === 0) return new Map()
  const ids = await makeContacts(tx, writers)
  const made = writers.filter(({ id }) => ids.has(id))
  await tx.record(...made.map(({ id, source }) => factOf(actor, "contact.created", id, { source })))
  const named = made.filter(({ known }) => known !== null).map(({ id }) => id)
  for (const id of await withSomethingShared(tx, named)) await suggestMerges(actor, tx, id, true)
  return new Map(made.flatMap(({ id, known }) => (known ? [[identityKey(known), id]] : [])))
}
