import type { Mention } from "../tables.ts"
import type { Text } from "../text/text.ts"

type Said = Pick<
  Mention,
  "text" | "title" | "author_name" | "author_handle" | "author_followers" | "site" | "url" | "language" | "country" | "rating"
> & { media: readonly unknown[] }

/** A mention as queries see it, live and in what was heard before. */
export function textOf(mention: Said, place: string): Text {
  return {
    text: mention.text,
    title: mention.title,
    author: [mention.author_name, mention.author_handle].filter(Boolean).join(" ") || null,
    site: mention.site,
    url: mention.url,
    lang: mention.language,
    source: place,
    country: mention.country,
    rating: mention.rating,
    followers: mention.author_followers,
    has: mention.media.length > 0 ? ["image"] : null,
  }
}
