import type { z } from "@hono/zod-openapi"
import type { SourceGround } from "./source-ground.ts"

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Somebody who speaks in the open, as their platform names them. */
export interface Author {
  /** The platform's own id of them; the same person has the same key in every source of a kind. */
  key: string
  name: string | null
  handle: string | null
  url: string | null
  followers: number | null
  /** Since when the account is there. */
  since: Date | null
}

export const HEARD_KINDS = ["post", "article", "comment", "review", "page"] as const
export type HeardKind = (typeof HEARD_KINDS)[number]

/** What comes with words: a picture, unless it says otherwise. */
export interface Media {
  url: string
  alt: string | null
  type?: MediaType
}
export const MEDIA_TYPES = ["image", "video", "audio"] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** One thing that somebody said in the open, as its source tells it. */
export interface Heard {
  /** The source's own id of it, unique in the source; an edited version has the same. */
  key: string
  kind: HeardKind
  url: string | null
  /** The host it stands on; null: that of `url`. */
  site: string | null
  title: string | null
  /** Plain text: no HTML, whatever the source sends. */
  text: string
  author: Author | null
  /** BCP 47; null: to be found out. */
  language: string | null
  /** ISO 3166. */
  country: string | null
  /** Of reviews: from 1 to 5. */
  rating: number | null
  publishedAt: Date | null
  /** Keys or addresses at the same source. */
  repostOf: string | null
  replyTo: string | null
  media: readonly Media[]
}

/** Somebody passed on what another said there, without a word of their own. */
export interface PassedOn {
  key: string
  /** The key of what they passed on: where that isn't kept, this isn't either. */
  of: string
  author: Author
  publishedAt: Date | null
}

/** Something that a person should read on the source's page: the key of a sentence and what fills its gaps. */
export interface Remark {
  key: string
  values?: Readonly<Record<string, string | number>>
}

/**
 * What became of the account of an author, by their key. gone: deleted, and with it all that it said. hidden: switched off; until it is back
 * nobody sees what it said. renamed: it is called otherwise.
 */
export interface AccountNews {
  key: string
  what: "gone" | "hidden" | "back" | "renamed"
}

/** What one look at a source, or one piece of its stream, brought. It is kept together with its cursor, or not at all. */
export interface Reading {
  heard: readonly Heard[]
  /** What was passed on, where the place tells of it by keys alone; told of after what was heard. */
  passedOn?: readonly PassedOn[]
  /** Keys of what was deleted at the source: text and author go, that it was deleted stays. */
  gone: readonly string[]
  /** What became of accounts, the last of each; after what was heard. */
  accounts?: readonly AccountNews[]
  /** Where to go on, as the kind writes it. */
  cursor: Json
  /**
   * Since when nothing is missing: the moment of the oldest thing that the source could still show. Null: since the last reading, because
   * the cursor left nothing out.
   */
  from: Date | null
  /** Until when everything was read; for a look it is the time of the answer. */
  through: Date
  /** Not before this: what the source asked for (Retry-After, ttl), or the kind's own rhythm. Null: after the house's. */
  next: Date | null
  /** There are more pages waiting; they are read at once. */
  more: boolean
  remark: Remark | null
}

/**
 * throttled: asked to wait. needs-approval: the platform must first allow us. refused: our key or address isn't welcome.
 * unreachable: no answer. unreadable: an answer that can't be understood, or mustn't be read (robots.txt). gone: it isn't there any more.
 */
export const TROUBLES = ["throttled", "needs-approval", "refused", "unreachable", "unreadable", "gone"] as const
export type TroubleCode = (typeof TROUBLES)[number]

/** Why a source couldn't be read: data for its page, never a failure of ours. Whatever else a kind throws counts as `unreadable`. */
export class SourceTrouble extends Error {
  override readonly name = "SourceTrouble"
  readonly code: TroubleCode
  /** Not before this. */
  readonly until: Date | null
  /** A sentence that says more than the code does. */
  readonly remark: Remark | null

  constructor(code: TroubleCode, more: { until?: Date | null; remark?: Remark | null; cause?: unknown } = {}) {
    super(code, { cause: more.cause })
    this.code = code
    this.until = more.until ?? null
    this.remark = more.remark ?? null
  }
}

/** A source as its kind sees it. */
export interface SourceNow<Settings, Secret> {
  id: string
  settings: Settings
  /** Null where none was given. */
  secret: Secret | null
  /** As the last reading left it; null before the first. */
  cursor: Json
  /** Nobody listens to it any more: all that can still come of it is the place's goodbye. */
  isRemoved?: boolean
}

export interface PushRequest {
  method: string
  query: URLSearchParams
  headers: Headers
  body: Uint8Array
}

export interface PushAnswer {
  status: number
  body: string
  /** What it brought, verified; null: nothing to keep. */
  reading: Reading | null
}

/** What a month may cost. */
export interface Budget {
  /** Millionths of a dollar. */
  micros: number
  /** Things that may be read; null: as many as the money buys. */
  things: number | null
}

/** How somebody is called where they speak, and how many hear them there. */
export interface Called {
  handle: string | null
  name: string | null
  followers: number | null
  since: Date | null
}

/** Something that was kept, as its place is asked for it again. */
export interface KeptThing {
  key: string
  url: string | null
  /** What it answers, as its place told; null where it answers nothing. */
  replyTo: string | null
  saidAt: Date
}

/** What became of things that were kept; of which nothing is said here are still there. */
export interface LookedAgain {
  /** The place says that they were deleted. */
  gone: readonly string[]
  /** They aren't where they stood, which may be for another reason. */
  missing: readonly string[]
  /** The place doesn't say. */
  unsaid: readonly string[]
  /** They weren't asked for any more; left out: all of them were. */
  unasked?: Unasked
}

export interface Unasked {
  keys: readonly string[]
  /** Until when whoever would be asked wants to be left alone. */
  until: Date | null
  /** What the place of the source answered instead, where it did. */
  trouble: SourceTrouble | null
}

/**
 * The port: a kind of place that can be heard. One folder `src/listening/sources/<kind>/` implements it and gives one object; the list is
 * in kinds.ts. A kind keeps nothing of its own: what it must remember stands in its cursor.
 */
export interface SourceKind<Settings = unknown, Secret = unknown> {
  /** `feed`, `bluesky`; what `source:` means in a query, together with the place. */
  readonly kind: string
  /** What it is to a reader: `press`, `social`, `forum`, `reviews`, `video`, `web`. */
  readonly place: string
  readonly readable: "freely" | "with-key" | "after-approval"
  /** A firehose keeps only what a watch wants. */
  readonly keeps: "all" | "matched"
  readonly settings: z.ZodType<Settings>
  /** Sealed at rest, never shown again. */
  readonly secret?: z.ZodType<Secret>
  /** A person enters the push address of a source at the place; one address there may tell of several sources of this kind. */
  readonly isRegistered?: true
  /** A name for it, when a person gave none. */
  nameOf(settings: Settings): string
  /** Whether these settings read the same things, so that one goes on from where it was; otherwise every change begins anew. */
  isSamePlace?(one: Settings, other: Settings): boolean
  /** What a month may cost, where reading costs money by the piece. */
  budget?(settings: Settings): Budget
  /** Says what a look would bring, where the look itself would cost. Null remark: nothing more than that it answers. @throws SourceTrouble */
  probe?(ground: SourceGround, source: SourceNow<Settings, Secret>): Promise<Remark | null>
  /** Looks once, one page. @throws SourceTrouble */
  read?(ground: SourceGround, source: SourceNow<Settings, Secret>): Promise<Reading>
  /**
   * Follows a stream from the cursor until `signal`; each piece is kept before `take` resolves. Returns or throws when the stream ends: it
   * is opened again, after a pause that grows. @throws SourceTrouble
   */
  follow?(
    ground: SourceGround,
    source: SourceNow<Settings, Secret>,
    take: (reading: Reading) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>
  /** Takes what was pushed: verified bytes in, or a refusal as a status. */
  push?(ground: SourceGround, source: SourceNow<Settings, Secret>, request: PushRequest): Promise<PushAnswer>
  /**
   * Which of these are still there, where the place doesn't tell of deletions, or may tell while nobody listens. @throws SourceTrouble where
   * nothing can be asked for now
   */
  stillThere?(ground: SourceGround, source: SourceNow<Settings, Secret>, kept: readonly KeptThing[]): Promise<LookedAgain>
  /** Milliseconds after which the place says nothing of one thing any more; left out: it always does. */
  readonly shownFor?: number
  /** Tells the place that nobody listens any more, once the source is removed. */
  leave?(ground: SourceGround, source: SourceNow<Settings, Secret>): Promise<void>
  /**
   * How these authors are called, by their keys, where what is heard tells keys alone; who isn't known is left out. A watch asks for authors
   * by what it calls them: these may be among `keys`.
   */
  namesOf?(ground: SourceGround, source: SourceNow<Settings, Secret>, keys: readonly string[]): Promise<Map<string, Called>>
}

/** Makes a kind that the house can hold beside others: settings and secrets are read by its own schemas before it sees them. */
export function defineSource<Settings, Secret = never>(kind: SourceKind<Settings, Secret>): SourceKind {
  const read = (source: SourceNow<unknown, unknown>): SourceNow<Settings, Secret> => ({
    ...source,
    settings: kind.settings.parse(source.settings),
    secret: source.secret === null || !kind.secret ? null : kind.secret.parse(source.secret),
  })
  const { read: look, follow, push, leave, namesOf, probe, budget, isSamePlace, stillThere, shownFor } = kind
  return {
    kind: kind.kind,
    place: kind.place,
    readable: kind.readable,
    keeps: kind.keeps,
    settings: kind.settings,
    ...(kind.secret ? { secret: kind.secret } : {}),
    ...(kind.isRegistered ? { isRegistered: true } : {}),
    nameOf: (settings) => kind.nameOf(kind.settings.parse(settings)),
    ...(isSamePlace ? { isSamePlace: (one, other) => isSamePlace(kind.settings.parse(one), kind.settings.parse(other)) } : {}),
    ...(budget ? { budget: (settings) => budget(kind.settings.parse(settings)) } : {}),
    ...(probe ? { probe: (ground, source) => probe(ground, read(source)) } : {}),
    ...(look ? { read: (ground, source) => look(ground, read(source)) } : {}),
    ...(follow ? { follow: (ground, source, take, signal) => follow(ground, read(source), take, signal) } : {}),
    ...(push ? { push: (ground, source, request) => push(ground, read(source), request) } : {}),
    ...(stillThere ? { stillThere: (ground, source, kept) => stillThere(ground, read(source), kept) } : {}),
    ...(shownFor === undefined ? {} : { shownFor }),
    ...(leave ? { leave: (ground, source) => leave(ground, read(source)) } : {}),
    ...(namesOf ? { namesOf: (ground, source, keys) => namesOf(ground, read(source), keys) } : {}),
  }
}
