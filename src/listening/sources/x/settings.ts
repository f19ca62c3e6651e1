import { z } from "@hono/zod-openapi"
import { queryOf } from "./query.ts"
import { serverSetting } from "../server-setting.ts"

/** What X takes of a query from those who pay by the piece (docs.x.com/x-api/posts/search/integrate/overview). */
const LONGEST = 512

const word = z.string().trim().min(1).max(200)
const dollars = (least: number) => z.number().min(least, "listening.source.badMoney").max(1_000_000, "listening.source.badMoney")

export const xSettings = z
  .strictObject({
    /** One of these is said: words, "#tags", "@names", or several words in a row. */
    words: z.array(word).min(1, "listening.source.noWords").max(100),
    without: z.array(word).max(100).default([]),
    languages: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[a-z]{2,3}$/, "listening.source.badLanguage"),
      )
      .max(20)
      .default([]),
    reposts: z.boolean().default(false),
    /** What a month may cost, in dollars, which X reckons in. */
    budget: dollars(0.05),
    /** How many posts a month may bring; without it, as many as the budget buys. */
    most: z.number().int().min(10, "listening.source.badMost").max(10_000_000).nullable().default(null),
    /** What one post costs, and one person's name: as X's console says (docs.x.com/x-api/getting-started/pricing). */
    price: dollars(0.0001).default(0.005),
    names: z.boolean().default(false),
    namePrice: dollars(0.0001).default(0.01),
    /** Whether the latest hundred are asked for again each day, to hear what was deleted. */
    recheck: z.boolean().default(false),
    every: z.number().int().min(1).max(1_440).default(15),
    api: serverSetting("https://api.x.com"),
  })
  .refine((given) => queryOf(given).length <= LONGEST, { path: ["words"], message: "listening.source.longQuery" })
export type XSettings = z.infer<typeof xSettings>

export const xSecret = z.strictObject({ token: word.max(1_000) })
export type XSecret = z.infer<typeof xSecret>
