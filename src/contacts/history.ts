import { sql } from "kysely"
import type { Actor } from "#people"
import { idOf, insertMany, type Tx } from "#platform"
import { bindPast, ownersOf } from "./history-identities.ts"
import { completeContacts } from "./complete-contacts.ts"
import { CONTACT_COLUMNS } from "./contact-columns.ts"
import type { Wishes } from "./hours.ts"
import { type Identity, identityKey, type KnownIdentity, readIdentity } from "./identity.ts"
import { cleanName, nameKey } from "./name.ts"
import type { Familiarity, Grammar } from "./tables.ts"

/** Somebody as another system, or a past of ours, knows them. */
export interface PastContact {
  /** Their name for this person. Brought in twice under one source, it is one contact. */
  key: string
  /** What a person typed. */
  name?: string
  /** What their mails call them; shown while nobody typed another. */
  suggestedName?: string
  identities: readonly (Identity & { /** How it was proven: `dmarc`, `agent:ID`. */ verifiedBy?: string | null })[]
  language?: string | null
  salutation?: string | null
  grammar?: Grammar | null
  familiarity?: Familiarity | null
  organisation?: string
  note?: string
  wishes?: Wishes | null
  createdAt: Date
}

export interface FiledContact {
  id: string
  /** False: one of the identities belonged to this contact already. */
  created: boolean
  /** Identities that stay with another contact. */
  elsewhere: KnownIdentity[]
  /** Of somebody known already: whether anything was missing and is there now. */
  completed: boolean
  /** What was brought in and is known otherwise here, as it was brought. */
  stays: string[]
}

/**
 * Puts in contacts of the past, many at once. Whoever is known by one of the identities already is that contact: what is missing there
 * (identities, empty fields, wishes) is added when `complete` says so, and nothing that stands is changed. One fact is recorded for the
 * whole batch, `history.imported` with the ids of the new contacts: a fact for each would tell the record nothing more and fill it a
 * hundred thousand times. Nothing is suggested or sent because of them.
 */
export async function fileContacts(
  actor: Actor,
  tx: Tx,
  source: string,
  contacts: readonly PastContact[],
  { complete = false, identitySource = "import" }: { complete?: boolean; identitySource?: string } = {},
): Promise<Map<string, FiledContact>> {
  const read = contacts.map((contact) => ({
    ...contact,
    id: idOf(contact.createdAt, source, "contact", contact.key),
    known: contact.identities.flatMap((one) => {
      const known = readIdentity({ kind: one.kind, network: one.network, value: one.value })
      return known ? [{ ...known, verified_by: one.verifiedBy ?? null }] : []
    }),
  }))
  const owners = await ownersOf(
    tx,
    read.flatMap(({ known }) => known),
  )
  const standing = await standingOf(
    tx,
    read.map(({ id }) => id),
  )
  const fresh: typeof read = []
  const met: typeof read = []
  const gained = new Set<string>()
  const filed = new Map<string, FiledContact>()
  for (const one of read) {
    const owner = standing.get(one.id) ?? one.known.map((known) => owners.get(identityKey(known))).find((id) => id !== undefined)
    const id = owner ?? one.id
    if (owner === undefined) fresh.push(one)
    else met.push({ ...one, id })
    for (const known of one.known) {
      if (owners.has(identityKey(known))) continue
      owners.set(identityKey(known), id)
      gained.add(one.key)
    }
    standing.set(one.id, id)
    filed.set(one.key, {
      id,
      created: owner === undefined,
      elsewhere: one.known.filter((known) => owners.get(identityKey(known)) !== id),
      completed: false,
      stays: [],
    })
  }
  await writeContacts(actor, tx, fresh)
  const own = (list: typeof read) =>
    list.flatMap(({ id, known, createdAt }) =>
      known.filter((one) => owners.get(identityKey(one)) === id).map((one) => ({ ...one, contact_id: id, at: createdAt })),
    )
  const lost = await bindPast(tx, source, identitySource, own(complete ? [...fresh, ...met] : fresh))
  for (const one of filed.values()) one.id = lost.get(one.id) ?? one.id
  if (complete) {
    const completed = await completeContacts(tx, met)
    const wishing = await writeWishes(actor, tx, met)
    for (const [n, { key, id }] of met.entries()) {
      const one = filed.get(key)!
      one.completed = gained.has(key) || wishing.has(id) || (completed[n]?.changed ?? false)
      one.stays = completed[n]?.stays ?? []
    }
  }
  const created = fresh.map(({ id }) => id).filter((id) => !lost.has(id))
  const touched = [...new Set(met.filter(({ key }) => filed.get(key)?.completed).map(({ id }) => id))]
  if (created.length || touched.length)
    await tx.record({
      kind: "history.imported",
      actor: actor.ref,
      about: {},
      audience: "audit",
      data: { source, contacts: created.length, contactIds: created, ...(touched.length ? { completedIds: touched } : {}) },
    })
  return filed
}

/** Which of these are there, and what they mean now. */
async function standingOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; standing: string }>`
    select id, coalesce(merged_into, id) as standing from contacts where id = any(${[...ids]}::uuid[])`.execute(tx.sql)
  return new Map(found.rows.map(({ id, standing }) => [id, standing]))
}

type Written = PastContact & { id: string }

async function writeContacts(actor: Actor, tx: Tx, contacts: readonly Written[]): Promise<void> {
  const rows = contacts.map((one) => {
    const [name, suggested] = [one.name?.trim() ?? "", cleanName(one.suggestedName ?? null)]
    return {
      id: one.id,
      name,
      suggested_name: suggested,
      name_key: nameKey(name || suggested),
      language: one.language ?? null,
      salutation: one.salutation ?? null,
      grammar: one.grammar ?? null,
      familiarity: one.familiarity ?? null,
      organisation: one.organisation?.trim() ?? "",
      note: one.note ?? "",
      created_at: one.createdAt,
      updated_at: tx.now,
    }
  })
  await insertMany(tx, "contacts", CONTACT_COLUMNS, rows)
  await writeWishes(actor, tx, contacts)
}

/** Gives whose wishes are written: what somebody wished before stays. */
async function writeWishes(actor: Actor, tx: Tx, contacts: readonly Written[]): Promise<ReadonlySet<string>> {
  const rows = contacts.flatMap(({ id, wishes }) =>
    wishes
      ? [{ contact_id: id, channels: wishes.channels, hours: wishes.hours, time_zone: wishes.timeZone, set_by: actor.ref, set_at: tx.now }]
      : [],
  )
  const columns = {
    contact_id: "uuid",
    channels: "text[]",
    hours: "jsonb",
    time_zone: "text",
    set_by: "text",
    set_at: "timestamptz",
  }
  if (rows.length === 0) return new Set()
  const known = await sql<{ id: string }>`
    select contact_id as id from wishes where contact_id = any(${rows.map(({ contact_id }) => contact_id)}::uuid[])`.execute(tx.sql)
  const standing = new Set(known.rows.map(({ id }) => id))
  await insertMany(tx, "wishes", columns, rows, { otherwise: sql`on conflict do nothing` })
  return new Set(rows.map(({ contact_id }) => contact_id).filter((id) => !standing.has(id)))
}
