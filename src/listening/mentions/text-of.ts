import type { Media } from "../sources/source.ts"
import type { Mention, Source } from "../tables.ts"
import type { Text } from "../text/text.ts"

type Said = Pick<
  Mention,
  "text" | "title" | "author_name" | "author_handle" | "author_followers" | "site" | "url" | "language" | "country" | "rating"
> & { media: readonly Media[] }

/** A mention as queries see it, live and in what was heard before. Its source is asked for by its kind, its place or its name. */
export function textOf(mention: Said, source: Pick<Source, "kind" | "place" | "name">): Text {
  return {
    text: mention.text,
    title: mention.title,
    author: [mention.author_name, mention.author_handle].filter(Boolean).join(" ") || null,
    site: mention.site,
    url: mention.url,
    lang: mention.language,
    source: [source.kind, source.place, source.name],
    country: mention.country,
    rating: mention.rating,
    followers: mention.author_followers,
    has: mention.media.map(({ type }) => type ?? "image"),
  }
}
