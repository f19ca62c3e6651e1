import type { Author, Heard } from "./source.ts"

/** A review, by what all places tell of one. */
export function heardReview(
  told: Pick<Heard, "key" | "url" | "title" | "text" | "author" | "language" | "country" | "rating" | "publishedAt">,
): Heard {
  return { ...told, kind: "review", site: null, repostOf: null, replyTo: null, media: [] }
}

/** Reviewers are known by the name that they show, where the place tells no id of theirs. */
export const reviewer = (key: string | null, name: string | null | undefined): Author | null =>
  name ? { key: key ?? name, name, handle: null, url: null, followers: null, since: null } : null
