import type { Reader } from "#platform"
import { type Language, say } from "#words"
import type { Contact } from "./access.ts"
import type { IdentityRow } from "./identities.ts"
import type { Merge } from "./merge-contacts.ts"
import type { OutsideFact } from "./outside-facts.ts"
import type { Suggestion } from "./suggestions.ts"
import { contactSummaries } from "./summaries.ts"
import type { ContactTables } from "./tables.ts"
import type { ContactView, MergeView, OutsideFactView, SuggestionView } from "./views.ts"
import { wishesOfAll } from "./wishes.ts"

/** Contacts as they leave the room, with their identities and wishes. */
export async function presentContacts(reader: Reader, contacts: readonly Contact[]): Promise<ContactView[]> {
  const ids = contacts.map((contact) => contact.id)
  if (ids.length === 0) return []
  const query = reader.sql.withTables<ContactTables>()
  const rows = await query.selectFrom("identities").selectAll().where("contact_id", "in", ids).orderBy("place").execute()
  const identities = Map.groupBy(rows, (row) => row.contact_id)
  const wishes = await wishesOfAll(reader, ids)
  return contacts.map((contact) => ({
    id: contact.id,
    name: contact.name || contact.suggested_name,
    suggestedName: contact.suggested_name,
    language: contact.language,
    salutation: contact.salutation,
    grammar: contact.grammar,
    familiarity: contact.familiarity,
    organisation: contact.organisation,
    note: contact.note,
    identities: (identities.get(contact.id) ?? []).map(presentIdentity),
    wishes: wishes.get(contact.id) ?? null,
    createdAt: contact.created_at.toISOString(),
  }))
}

export function presentIdentity(row: IdentityRow): ContactView["identities"][number] {
  const { id, kind, network, value, source } = row
  return { id, kind, network, value, source, verifiedAt: row.verified_at?.toISOString() ?? null, verifiedBy: row.verified_by }
}

export function presentFact(row: OutsideFact): OutsideFactView {
  const { id, kind, state, reference, text, source } = row
  return {
    id,
    contactId: row.contact_id,
    kind,
    state,
    reference,
    text,
    source,
    key: row.source_key,
    occurredAt: row.occurred_at.toISOString(),
    toldAt: row.told_at.toISOString(),
    toldBy: row.told_by,
  }
}

/** Suggestions with whom they mean, and their reasons in the reader's language. */
export async function presentSuggestions(
  reader: Reader,
  suggestions: readonly Suggestion[],
  language: Language,
): Promise<SuggestionView[]> {
  const known = await contactSummaries(
    reader,
    suggestions.map(({ otherId }) => otherId),
  )
  return suggestions.map(({ id, otherId, reasons, score, at }) => {
    const other = known.get(otherId)
    return {
      id,
      contact: { id: otherId, name: other?.name ?? "", address: other?.address ?? null },
      reasons: reasons.map(({ code, value }) => ({ code, value, text: say(language, `contacts.reason.${code}`, { value }) })),
      score,
      at: at.toISOString(),
    }
  })
}

export function presentMerge(merge: Merge): MergeView {
  return {
    id: merge.id,
    keptId: merge.kept_id,
    mergedId: merge.merged_id,
    by: merge.by_actor,
    at: merge.at.toISOString(),
    undoneBy: merge.undone_by,
    undoneAt: merge.undone_at?.toISOString() ?? null,
  }
}
