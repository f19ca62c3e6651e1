import { z } from "@hono/zod-openapi"
import { blockView } from "./markup/blocks.ts"

const moment = z.iso.datetime()
const doer = z.object({ ref: z.string(), name: z.string().nullable() })
export const languageSchema = z.enum(["en", "fr"])
export const audienceSchema = z.enum(["internal", "public"])
export const listFilters = ["all", "mine", "review", "public", "internal", "drafts", "archived"] as const

const textShort = z.object({
  language: languageSchema,
  title: z.string().openapi({ description: "As it is being written" }),
  state: z.enum(["draft", "published", "changed"]).openapi({ description: "changed: published, and written on since" }),
  publishedAt: moment.nullable(),
  url: z.string().nullable().openapi({ description: "Its public page; null while it has none" }),
})

const countsView = z.object({
  shown: z.number().int(),
  inserted: z.number().int(),
  sent: z.number().int(),
  helped: z.number().int(),
  yes: z.number().int(),
  no: z.number().int(),
})

/** An article as lists show it. */
export const articleView = z
  .object({
    id: z.string(),
    audience: audienceSchema,
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    tags: z.array(z.string()),
    texts: z.array(textShort),
    reviewAt: moment.nullable(),
    reviewedAt: moment.nullable(),
    reviewedBy: doer.nullable(),
    archivedAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
    counts: countsView,
  })
  .openapi("Article")

const identifyingView = z
  .object({
    field: z.enum(["title", "body"]),
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    kind: z.enum(["name", "organisation", "address", "email", "phone", "reference", "account"]),
  })
  .openapi("IdentifyingPiece")

/** One language of an article, whole. */
export const articleTextView = textShort
  .extend({
    body: z.string(),
    blocks: z.array(blockView),
    revision: z.number().int(),
    writtenBy: doer,
    writtenAt: moment,
    publishedBy: doer.nullable(),
    version: z.number().int().nullable(),
    identifying: z.array(identifyingView).openapi({ description: "What would tell whose case it was; a person takes it out" }),
  })
  .openapi("ArticleText")

export const publishedTextView = articleTextView
  .extend({ before: z.number().int().nullable().openapi({ description: "The version that it took the place of; null: none was in use" }) })
  .openapi("PublishedArticleText")

export const articleDetail = articleView
  .extend({
    texts: z.array(articleTextView),
    origin: z.object({ caseId: z.string(), number: z.number().int(), messageId: z.string().nullable() }).nullable(),
  })
  .openapi("ArticleDetail")

export const articleVersionView = z
  .object({
    number: z.number().int(),
    title: z.string(),
    body: z.string(),
    blocks: z.array(blockView),
    by: doer,
    at: moment,
    inUse: z.boolean(),
  })
  .openapi("ArticleVersion")

/** An article that may help with a case, and why. */
export const suggestedArticle = z
  .object({
    id: z.string(),
    language: languageSchema,
    title: z.string(),
    blocks: z.array(blockView),
    audience: audienceSchema,
    url: z.string().nullable(),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    publishedAt: moment,
    reviewAt: moment.nullable(),
    counts: countsView,
    score: z.number(),
    why: z.string().openapi({ description: "One line, in the reader's language" }),
  })
  .openapi("SuggestedArticle")

export type ArticleView = z.infer<typeof articleView>
export type ArticleTextView = z.infer<typeof articleTextView>
export type PublishedTextView = z.infer<typeof publishedTextView>
export type ArticleDetail = z.infer<typeof articleDetail>
export type ArticleVersionView = z.infer<typeof articleVersionView>
export type SuggestedArticle = z.infer<typeof suggestedArticle>
