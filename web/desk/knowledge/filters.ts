export const FILTERS = ["all", "mine", "review", "public", "internal", "drafts", "archived"] as const
export type ArticleFilter = (typeof FILTERS)[number]

/** What the list of articles is made of; it stands in the address. */
export interface ArticleSearch {
  filter?: ArticleFilter | undefined
  q?: string | undefined
}
