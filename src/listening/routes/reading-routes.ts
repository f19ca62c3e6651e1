import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { correctReading, readingOf, type ReadingNow, takeBackCorrection } from "../gathering/correct-reading.ts"
import { readingAccuracy } from "../gathering/reading-accuracy.ts"
import { CORRECTABLE } from "../gathering/tables.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { TONES } from "../tone/read-tone.ts"

const tags = ["listening"]
const params = idParam
const moment = z.iso.datetime()

export const ReadingView = z
  .object({
    language: z.string().nullable(),
    tone: z.enum(TONES).nullable().openapi({ description: "As the words of a lexicon say; null where the language can't be read" }),
    sureness: z.number().openapi({ description: "Of 1, never more than 0.9" }),
    doubts: z.array(z.string()).openapi({ description: "Why it may be wrong: irony, hearsay, short, both, question, language" }),
    signs: z
      .array(z.object({ kind: z.string(), words: z.string() }))
      .openapi({ description: "The words that made it, as they are written" }),
    corrections: z
      .array(
        z.object({ id: z.string(), about: z.enum(CORRECTABLE), said: z.string(), was: z.string().nullable(), by: z.string(), at: moment }),
      )
      .openapi({ description: "What people said of it: the latest about each thing" }),
  })
  .openapi("Reading")

export const AccuracyView = z.object({
  about: z.enum(CORRECTABLE),
  language: z.string().nullable(),
  n: z.number().int(),
  of: z.number().int(),
  share: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().openapi({ description: "Null for fewer than ten" }),
})

const reading = createRoute({
  method: "get",
  path: "/api/mentions/{id}/reading",
  tags,
  summary: "How a mention was read: language, tone, signs of gravity, and what people said of that",
  request: { params },
  responses: { 200: json(ReadingView, "The reading") },
})
const correct = createRoute({
  method: "post",
  path: "/api/mentions/{id}/corrections",
  tags,
  summary: "Say what its tone is, or whether a sign is there; saying that it was read right counts as well (agent)",
  request: {
    params,
    body: {
      required: true,
      ...json(
        z.strictObject({
          about: z.enum(CORRECTABLE),
          said: z.string().openapi({ description: `Of the tone ${TONES.join(", ")}; of a sign there, not-there` }),
        }),
        "What it is",
      ),
    },
  },
  responses: { 200: json(ReadingView, "The reading") },
})
const takeBack = createRoute({
  method: "delete",
  path: "/api/mentions/{id}/corrections/{correction}",
  tags,
  summary: "Take back a correction: what was said or read before counts again (agent)",
  request: { params: params.extend({ correction: z.string() }) },
  responses: { 200: json(ReadingView, "The reading") },
})
const accuracy = createRoute({
  method: "get",
  path: "/api/tone/accuracy",
  tags,
  summary: "How often tone and signs were read right, of what people looked at, with the interval",
  responses: {
    200: json(
      z
        .object({
          items: z.array(AccuracyView),
        })
        .openapi("ReadingAccuracy"),
      "By thing and language",
    ),
  },
})

/** Tone and gravity of a mention, as what they are: a reading that a click corrects. */
export function readingRoutes({ db }: { db: Database }) {
  const present = ({ corrections, ...rest }: ReadingNow): z.infer<typeof ReadingView> => ({
    ...rest,
    tone: z.enum(TONES).nullable().parse(rest.tone),
    corrections: corrections.map((one) => ({ ...one, at: one.at.toISOString() })),
  })
  return newRouter<PeopleEnv>()
    .openapi(accuracy, async (c) => {
      const items = (await readingAccuracy(db.read)).map(({ right, ...of }) => ({ ...of, ...right }))
      return c.json({ items }, 200)
    })
    .openapi(reading, async (c) => {
      const { id } = await accessMention(db.read, c.req.valid("param").id)
      return c.json(present(await readingOf(db.read, id)), 200)
    })
    .openapi(takeBack, async (c) => {
      const { id } = await accessMention(db.read, c.req.valid("param").id)
      await db.transact((tx) => takeBackCorrection(c.get("actor"), tx, id, c.req.valid("param").correction))
      return c.json(present(await readingOf(db.read, id)), 200)
    })
    .openapi(correct, async (c) => {
      const { id } = await accessMention(db.read, c.req.valid("param").id)
      const { about, said } = c.req.valid("json")
      await db.transact((tx) => correctReading(c.get("actor"), tx, id, about, said))
      return c.json(present(await readingOf(db.read, id)), 200)
    })
}
