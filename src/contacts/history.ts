import { sql } from "kysely"
import type { Actor } from "#people"
import { idOf, insertMany, type Tx } from "#platform"
import { bindPast, ownersOf } from "./history-identities.ts"
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
  const filed = new Map<string, FiledContact>()
  for (const one of read) {
    const owner = standing.get(one.id) ?? one.known.map((known) => owners.get(identityKey(known))).find((id) => id !== undefined)
    const id = owner ?? one.id
    if (owner === undefined) fresh.push(one)
    else met.push({ ...one, id })
    for (const known of one.known) if (!owners.has(identityKey(known))) owners.set(identityKey(known), id)
    standing.set(one.id, id)
    filed.set(one.key, {
      id,
      created: owner === undefined,
      elsewhere: one.known.filter((known) => owners.get(identityKey(known)) !== id),
    })
  }
  await writeContacts(actor, tx, fresh)
  const own = (list: typeof read) =>
    list.flatMap(({ id, known, createdAt }) =>
      known.filter((one) => owners.get(identityKey(one)) === id).map((one) => ({ ...one, contact_id: id, at: createdAt })),
    )
  const lost = await bindPast(tx, source, identitySource, own(complete ? [...fresh, ...met] : fresh))
  for (const one of filed.values()) one.id = lost.get(one.id) ?? one.id
  if (complete) await completeContacts(actor, tx, met)
  const created = fresh.map(({ id }) => id).filter((id) => !lost.has(id))
  const touched = complete ? [...new Set(met.map(({ id }) => id))] : []
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
  await insertMany(tx, "contacts", CONTACT, rows)
  await writeWishes(actor, tx, contacts)
}

const CONTACT = {
  id: "uuid",
  name: "text",
  suggested_name: "text",
  name_key: "text",
  language: "text",
  salutation: "text",
  grammar: "text",
  familiarity: "text",
  organisation: "text",
  note: "text",
  created_at: "timestamptz",
  updated_at: "timestamptz",
}

async function writeWishes(actor: Actor, tx: Tx, contacts: readonly Written[]): Promise<void> {
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
  await insertMany(tx, "wishes", columns, rows, { otherwise: sql`on conflict do nothing` })
}

/** Empty fields take what was brought in; what stands stays. */
async function completeContacts(actor: Actor, tx: Tx, contacts: readonly Written[]): Promise<void> {
  for (const one of contacts) {
    const name = one.name?.trim() ?? ""
    await sql`
      update contacts set
        name_key = case when name = '' and ${name} <> '' then ${nameKey(name)} else name_key end,
        name = case when name = '' then ${name} else name end,
        suggested_name = case when suggested_name = '' then ${cleanName(one.suggestedName ?? null)} else suggested_name end,
        language = coalesce(language, ${one.language ?? null}),
        salutation = coalesce(salutation, ${one.salutation ?? null}),
        grammar = coalesce(grammar, ${one.grammar ?? null}),
        familiarity = coalesce(familiarity, ${one.familiarity ?? null}),
        organisation = case when organisation = '' then ${one.organisation?.trim() ?? ""} else organisation end,
        note = case when note = '' then ${one.note ?? ""} else note end,
        updated_at = ${tx.now}
      where id = ${one.id}`.execute(tx.sql)
  }
  await writeWishes(actor, tx, contacts)
}
