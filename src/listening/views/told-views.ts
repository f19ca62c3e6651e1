import { z } from "@hono/zod-openapi"
import type { Spread } from "../mentions/spread.ts"
import type { CoveredSource } from "../watches/source-coverage.ts"
import type { Speakers } from "../watches/speakers.ts"
import type { ToldOverTime } from "../watches/told-over-time.ts"
import { STEPS } from "../watches/watch-counts.ts"
import { MentionView, presentMention } from "./mention-view.ts"

const moment = z.iso.datetime()
const count = z.number().int()
const text = z.string().nullable()
const span = { from: moment, to: moment }

const toneTold = z.object({
  people: count,
  posts: count,
  share: z
    .object({ value: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .openapi({ description: "Of the people of whom something could be read, with its interval (95 %); null: fewer than thirty" }),
})

export const ToldView = z
  .object({
    ...span,
    step: z.enum(STEPS),
    stories: count.openapi({ description: "That at least two mentions tell; over the whole time: not the sum of its parts" }),
    read: z.object({ people: count, posts: count }).openapi({ description: "Of whom a tone could be read" }),
    unread: count.openapi({ description: "Mentions of which none could" }),
    tones: z.object({ positive: toneTold, negative: toneTold, neutral: toneTold, mixed: toneTold }),
    items: z
      .array(z.object({ at: moment, stories: count, read: count, positive: count, negative: count, neutral: count, mixed: count }))
      .openapi({ description: "Steps in which something was said: stories, and people by tone" }),
  })
  .openapi("WatchTold")

const place = z.object({ name: z.string(), posts: count, people: count })
export const SpeakersView = z
  .object({
    ...span,
    posts: count,
    people: count,
    unnamed: count.openapi({ description: "Mentions whose author isn’t named: there the site counts as one" }),
    newAccounts: count.openapi({ description: "People whose account was a month old at most" }),
    repeats: z.object({ posts: count, people: count }).openapi({ description: "Mentions that repeat another’s words" }),
    speakers: z
      .array(
        z.object({
          mentionId: z.string().openapi({ description: "Their latest" }),
          name: text,
          handle: text,
          url: text,
          followers: count.nullable(),
          since: moment.nullable(),
          posts: count,
          lastAt: moment,
        }),
      )
      .openapi({ description: "Who spoke most" }),
    sites: z.array(place),
    languages: z.array(place),
    countries: z.array(place),
  })
  .openapi("WatchSpeakers")

export const CoverageBySource = z
  .object({
    ...span,
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        posts: count,
        people: count,
        gaps: z.array(z.object(span)).openapi({ description: "When it wasn’t read" }),
        unheard: z.array(z.object(span)).openapi({ description: "When the watch didn’t listen, where only what is listened for is kept" }),
        changes: z.array(z.object({ at: moment, what: z.enum(["began", "ended"]) })),
      }),
    ),
    next: z.null(),
  })
  .openapi("WatchCoverage")

export const SpreadView = z
  .object({
    person: z.object({
      isNamed: z.boolean().openapi({ description: "False: no author is named, and the site counts as one who speaks" }),
      posts: count.openapi({ description: "That were heard of them, this one included" }),
      sites: count,
      watches: count,
      firstAt: moment,
      lastAt: moment,
      items: z.array(MentionView).openapi({ description: "The latest others" }),
    }),
    repeats: z.object({
      posts: count,
      people: count,
      sites: count,
      followers: count.openapi({ description: "Of those who repeat it, together, as far as sources tell" }),
      items: z.array(MentionView),
    }),
  })
  .openapi("MentionSpread")

export const presentTold = ({ items, ...told }: ToldOverTime) => ({
  ...told,
  items: items.map((one) => ({ ...one, at: one.at.toISOString() })),
})

export const presentSpeakers = ({ speakers, ...rest }: Speakers) => ({
  ...rest,
  speakers: speakers.map((one) => ({ ...one, since: one.since?.toISOString() ?? null, lastAt: one.lastAt.toISOString() })),
})

const presentGaps = (gaps: CoveredSource["gaps"]) => gaps.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }))

export const presentCovered = ({ gaps, unheard, changes, ...source }: CoveredSource) => ({
  ...source,
  gaps: presentGaps(gaps),
  unheard: presentGaps(unheard),
  changes: changes.map(({ at, what }) => ({ at: at.toISOString(), what })),
})

export const presentSpread = ({ person, repeats }: Spread): z.infer<typeof SpreadView> => ({
  person: {
    ...person,
    firstAt: person.firstAt.toISOString(),
    lastAt: person.lastAt.toISOString(),
    items: person.items.map(presentMention),
  },
  repeats: { ...repeats, items: repeats.items.map(presentMention) },
})
