/** Words of a feed: as text, and as safe HTML where they came with markup. */
export interface Words {
  text: string
  html: string | null
  language: string | null
}

export interface FeedPerson {
  name: string | null
  email: string | null
  url: string | null
}

export interface FeedLink {
  rel: string
  href: string
  type: string | null
  title: string | null
  language: string | null
  /** Bytes, as the feed says. */
  length: string | null
}

export interface FeedCategory {
  term: string
  scheme: string | null
  label: string | null
}

export interface Enclosure {
  url: string
  type: string | null
  length: string | null
}

export interface Picture {
  url: string
  title: string | null
  link: string | null
}

/** What a feed and its items both have. */
export interface FeedPart {
  id: string | null
  title: Words | null
  link: string | null
  links: FeedLink[]
  authors: FeedPerson[]
  contributors: FeedPerson[]
  publisher: FeedPerson | null
  categories: FeedCategory[]
  rights: Words | null
  license: string | null
  language: string | null
  picture: Picture | null
  published: Date | null
  updated: Date | null
  created: Date | null
}

/** From which feed an item was taken over. */
export interface ItemSource {
  id: string | null
  title: Words | null
  subtitle: Words | null
  rights: Words | null
  link: string | null
  links: FeedLink[]
  authors: FeedPerson[]
  contributors: FeedPerson[]
  categories: FeedCategory[]
  icon: string | null
  logo: string | null
  generator: Generator | null
  updated: Date | null
}

export interface Generator {
  name: string | null
  url: string | null
  version: string | null
}

export interface FeedItem extends FeedPart {
  summary: Words | null
  content: Words | null
  comments: string | null
  enclosures: Enclosure[]
  expires: Date | null
  source: ItemSource | null
  /** Stars, where the item is a review. */
  rating: number | null
  /** What it answers, by id or address. */
  replyTo: string | null
}

export interface Feed extends FeedPart {
  /** `rss 2.0`, `atom 1.0`, `rdf`, `cdf`, `json 1.1` … */
  format: string
  /** The charset it was read in. */
  encoding: string
  description: Words | null
  info: Words | null
  icon: string | null
  logo: string | null
  generator: Generator | null
  docs: string | null
  /** Its own address, as it says itself. */
  self: string | null
  /** Where it says that it has moved. */
  movedTo: string | null
  /** Hubs that tell of news (WebSub). */
  hubs: string[]
  /** How long it says that nothing new is to be expected, in seconds (`ttl`, `sy:updatePeriod`). */
  period: number | null
  items: FeedItem[]
  /** What of it couldn't be read as it stands. */
  warnings: string[]
}
