import { contactForSearch, outsideFactsOf } from "#contacts"
import { domainOf, openAddresses } from "#conversations"
import type { Reader } from "#platform"
import { room } from "../../tables.ts"
import type { ArticleRow } from "../tables.ts"
import { findIdentifying, type Identifying, type Known } from "./find.ts"

/**
 * What in an article would tell whose case it was made of, or looks like somebody's; our own addresses don't. A proposal: a person
 * decides what goes. An article that was made of no answer is its author's own words.
 */
export async function identifyingIn(
  reader: Reader,
  article: Pick<ArticleRow, "origin_case_id">,
  text: { title: string; body: string },
): Promise<Identifying[]> {
  if (article.origin_case_id === null) return []
  const [known, ours] = await Promise.all([knownOf(reader, article.origin_case_id), openAddresses(reader, "mail")])
  const domains = new Set([...ours.keys()].map(domainOf))
  return [...findIdentifying("title", text.title, known), ...findIdentifying("body", text.body, known)].filter(
    (piece) => piece.kind !== "email" || !domains.has(domainOf(piece.text.toLowerCase())),
  )
}

/** Names, identities and references of the case's customer. */
async function knownOf(reader: Reader, caseId: string): Promise<Known[]> {
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
