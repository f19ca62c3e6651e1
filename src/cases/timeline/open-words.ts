import { z } from "@hono/zod-openapi"
import type { Reader } from "#platform"

const text = z.string().nullable()
const moment = z.iso.datetime()

/** What somebody said in the open, once a person has tied it to the case. The room that listens gives it. */
export const openWords = z.object({
  id: z.string(),
  tieId: z.string(),
  source: z.string().openapi({ description: "Name of where it was heard" }),
  site: text,
  url: text,
  title: text,
  text: z.string().openapi({ description: "Plain text; empty when it is gone" }),
  author: z.object({ name: text, handle: text, url: text }).nullable(),
  pictures: z.array(z.string()).openapi({ description: "What its pictures show, as their author says" }),
  saidAt: moment,
  changedAt: moment.nullable(),
  versions: z
    .array(z.object({ title: text, text: z.string(), seenAt: moment }))
    .openapi({ description: "What it said before it was edited, the earliest first" }),
  goneAt: moment.nullable().openapi({ description: "Deleted where it was said: text and author are no more" }),
  answers: z
    .array(z.object({ id: z.string(), text: z.string(), url: text, sentAt: moment, withdrawnAt: moment.nullable() }))
    .openapi({ description: "What the company answered there, the earliest first" }),
  tiedBy: z.string().openapi({ description: "Who said that it belongs here" }),
})

export type OpenWords = z.infer<typeof openWords>

/** The public words that persons tied to these cases (one, and what was merged into it). */
export type OpenWordsOf = (reader: Reader, caseIds: readonly string[]) => Promise<OpenWords[]>
