/** What is matched: the words of a post, review or article, and what is known of it. Missing is unknown: no condition on it holds. */
export interface Text {
  text: string
  title?: string | null
  author?: string | null
  /** The host it was read on; when missing, that of `url`. */
  site?: string | null
  url?: string | null
  /** BCP 47: `fr`, `fr-CA`. */
  lang?: string | null
  /** Where it is from, by each of its names: `bluesky`, `social`, `Gazette`. */
  source?: string | readonly string[] | null
  /** ISO 3166: `FR`. */
  country?: string | null
  rating?: number | null
  followers?: number | null
  /** What comes with it: `image`, `video`. Links, hashtags, handles, emoji and titles are seen without being told. */
  has?: readonly string[] | null
}
