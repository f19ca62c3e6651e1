import { contactForSearch, outsideFactsOf } from "#contacts"
import type { Reader } from "#platform"
import { room } from "../../tables.ts"
import type { Known } from "./find.ts"

/** Names, identities and references of the case's customer. */
export async function knownOf(reader: Reader, caseId: string): Promise<Known[]> {
  const found = await room(reader).selectFrom("cases").select(["contact_id", "number"]).where("id", "=", caseId).executeTakeFirst()
  if (!found?.contact_id) return []
  const [contact, facts] = await Promise.all([contactForSearch(reader, found.contact_id), outsideFactsOf(reader, found.contact_id)])
  const references = facts.flatMap(({ reference }): Known[] => (reference.length >= 3 ? [{ kind: "reference", text: reference }] : []))
  if (!contact) return references
  return [
    ...namesIn(contact.name),
    ...(contact.organisation ? [{ kind: "organisation" as const, text: contact.organisation }] : []),
    ...contact.identities.map((text): Known => ({ kind: /@/.test(text) ? "email" : /^\+?\d+$/.test(text) ? "phone" : "reference", text })),
    ...references,
    { kind: "reference", text: `#${found.number}` },
  ]
}

/** "Camille Rousseau", and either alone. An address isn't a name. */
function namesIn(name: string): Known[] {
  if (!name || name.includes("@")) return []
  const parts = name.split(/[\s,]+/).filter((part) => part.length >= 3)
  return [name, ...parts].map((text) => ({ kind: "name", text }))
}
