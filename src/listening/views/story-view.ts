import { z } from "@hono/zod-openapi"
import type { Claim } from "../gathering/claims.ts"
import type { Placed } from "../gathering/list-stories.ts"
import type { StoryFigures } from "../gathering/story-figures.ts"
import { CLAIM_STATES, type Story, type StoryMove } from "../gathering/tables.ts"
import type { TrailStep } from "../gathering/trail.ts"
import { SIGNS } from "../tone/lexicon.ts"
import { TONES } from "../tone/read-tone.ts"
import { MentionView, presentMention } from "./mention-view.ts"

const moment = z.iso.datetime()
const text = z.string().nullable()
const count = z.number().int()

export const StoryView = z
  .object({
    id: z.string().openapi({ description: "Stays the same for as long as the story is one" }),
    title: text.openapi({ description: "Null when all of it is gone" }),
    titleFrom: z.enum(["headline", "words", "person"]),
    firstSaidAt: moment,
    lastSaidAt: moment,
    mentions: count,
    people: count.openapi({ description: "Distinct, as far as names tell" }),
    sites: count,
    press: count.openapi({ description: "Sites with an article" }),
    copies: count.openapi({ description: "Mentions that repeat another's words" }),
    newAccounts: count.openapi({ description: "People whose account was a month old at most" }),
    tones: z.object({ positive: count, negative: count, neutral: count, mixed: count, unread: count }),
    signs: z
      .array(z.object({ kind: z.enum(SIGNS), mentions: count, words: z.array(z.string()) }))
      .openapi({ description: "Signs that it is grave, with the words that made them" }),
  })
  .openapi("Story")

const byAt = { by: z.string(), at: moment }
export const ClaimView = z
  .object({
    id: z.string(),
    claim: z.string(),
    state: z.enum(CLAIM_STATES),
    createdBy: z.string(),
    createdAt: moment,
    states: z
      .array(z.object({ state: z.enum(CLAIM_STATES), reason: text, url: text, ...byAt }))
      .openapi({ description: "The latest last" }),
    answers: z.array(z.object({ id: z.string(), answer: z.string(), url: text, ...byAt })),
  })
  .openapi("Claim")

export const MoveView = z
  .object({
    id: z.string(),
    kind: z.enum(["merge", "split", "move"]),
    from: z.string(),
    to: z.string(),
    mentions: count,
    by: z.string().openapi({ description: "`system:gatherer`, or who did it" }),
    at: moment,
    undoneAt: moment.nullable(),
    undoneBy: text,
  })
  .openapi("StoryMove")

const StepView = z
  .object({
    mentionId: z.string(),
    at: moment,
    site: text,
    author: text,
    kind: z.string(),
    url: text,
    how: z.enum(["first", "own-words", "copies", "passes-on", "answers", "quotes"]),
    of: text.openapi({ description: "The mention that it copies, passes on, answers or quotes" }),
    quotes: text.openapi({ description: "A page it quotes that was not heard here" }),
  })
  .openapi("TrailStep")

export const StoryDetail = StoryView.extend({
  headlines: z
    .array(
      z.object({
        headline: z.string(),
        seenAs: z.enum(["title", "address"]).openapi({ description: "`address`: not what the page says, but what its address says" }),
        url: text,
        site: text,
        mentionId: z.string(),
        firstSeenAt: moment,
        lastSeenAt: moment,
      }),
    )
    .openapi({ description: "Every version that was seen, the earliest first" }),
  origins: count.openapi({ description: "In how many places it seems to have begun: who names no other" }),
  trail: z.array(StepView).openapi({ description: "Its first five hundred mentions, in the order in which they were said" }),
  loudest: z.array(z.object({ name: text, handle: text, followers: count })),
  claims: z.array(ClaimView),
  moves: z.array(MoveView).openapi({ description: "What was brought together or taken apart, the latest first" }),
}).openapi("StoryDetail")

export const PlacedView = z
  .object({
    mention: MentionView,
    reason: z.enum(["first", "repost", "reply", "address", "copy", "words", "person"]),
    copyOf: text,
    likeness: z.number().openapi({ description: "Of 1" }),
    shared: z.array(z.string()).openapi({ description: "Words that it shares with the story, the most telling first" }),
    placedBy: z.string(),
    tone: z.enum(TONES).nullable().openapi({ description: "As it was read, or as a person says; null where it can’t be read" }),
    isCorrected: z.boolean(),
  })
  .openapi("PlacedMention")

const NOTHING: StoryFigures = {
  people: 0,
  sites: 0,
  press: 0,
  copies: 0,
  newAccounts: 0,
  tones: { positive: 0, negative: 0, neutral: 0, mixed: 0, unread: 0 },
  signs: [],
}

export function presentStory(story: Story, figures: StoryFigures = NOTHING): z.infer<typeof StoryView> {
  return {
    id: story.id,
    title: story.title,
    titleFrom: story.title_from,
    firstSaidAt: story.first_said_at.toISOString(),
    lastSaidAt: story.last_said_at.toISOString(),
    mentions: story.mentions,
    ...figures,
  }
}

export function presentClaim({ createdAt, states, answers, ...claim }: Claim): z.infer<typeof ClaimView> {
  return {
    ...claim,
    state: states.at(-1)?.state ?? "unverified",
    createdAt: createdAt.toISOString(),
    states: states.map((one) => ({ ...one, at: one.at.toISOString() })),
    answers: answers.map((one) => ({ ...one, at: one.at.toISOString() })),
  }
}

export const presentMove = (move: StoryMove): z.infer<typeof MoveView> => ({
  id: move.id,
  kind: move.kind,
  from: move.from_id,
  to: move.to_id,
  mentions: move.mentions.length,
  by: move.by_actor,
  at: move.at.toISOString(),
  undoneAt: move.undone_at?.toISOString() ?? null,
  undoneBy: move.undone_by,
})

export const presentStep = ({ at, ...step }: TrailStep): z.infer<typeof StepView> => ({ ...step, at: at.toISOString() })

export function presentPlaced({ mention, reason, ...placed }: Placed): z.infer<typeof PlacedView> {
  return { ...placed, reason: PlacedView.shape.reason.parse(reason), mention: presentMention(mention) }
}
