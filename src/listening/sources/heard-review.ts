import type { Author, Heard } from "./source.ts"

/** A review, by what all places tell of one. */
export function heardReview(
  told: Pick<Heard, "key" | "url" | "title" | "text" | "author" | "language" | "country" | "rating" | "publishedAt">,
): Heard {
  return { ...told, kind: "review", site: null, repostOf: null, replyTo: null, media: [] }
}

/**
 * Who wrote a review. `key` is the place's id of them; where it tells none, that of the review: a person writes one review, and many
 * people show the same name ("A Google user").
 */
export const reviewer = (key: string, name: string | null | undefined): Author | null =>
  name ? { key, name, handle: null, url: null, followers: null, since: null } : null
