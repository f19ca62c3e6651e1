import { domainOf, openAddresses } from "#conversations"
import type { Reader } from "#platform"
import type { ArticleRow } from "../tables.ts"
import { findIdentifying, type Identifying } from "./find.ts"
import { knownOf } from "./known-names.ts"

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
