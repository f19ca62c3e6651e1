import { z } from "zod"
import { askJson } from "../ask-json.ts"
import { defineSource, SourceTrouble } from "../source.ts"
import { xTrouble } from "./posts.ts"
import { budgetOf } from "./purse.ts"
import { queryOf } from "./query.ts"
import { readX } from "./read.ts"
import { xSecret, type XSettings, xSettings } from "./settings.ts"

const counts = z.object({ meta: z.object({ total_tweet_count: z.number() }) })
const DAYS = { counted: 7, month: 30 }

/** What is said on X with certain words, paid by the piece, within a budget. */
export const x = defineSource({
  kind: "x",
  place: "social",
  readable: "with-key",
  keeps: "all",
  settings: xSettings,
  secret: xSecret,
  nameOf: ({ words }: XSettings) => `X · ${words.slice(0, 3).join(", ")}`.slice(0, 200),
  budget: budgetOf,
  isSamePlace: (one, other) => queryOf(one) === queryOf(other) && one.api === other.api,
  read: readX,
  /** Counts instead of reading: one count costs as much as one post. */
  async probe(ground, { settings, secret }) {
    if (!secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
    const url = new URL("/2/tweets/counts/recent", settings.api)
    url.searchParams.set("query", queryOf(settings))
    url.searchParams.set("granularity", "day")
    const headers = { authorization: `Bearer ${secret.token}` }
    const { value } = await askJson(ground, url.href, counts, { headers, judge: xTrouble, redirects: 0 })
    const count = value.meta.total_tweet_count
    const each = settings.price + (settings.names ? settings.namePrice : 0)
    const dollars = Math.round((count * each * DAYS.month * 100) / DAYS.counted) / 100
    return { key: "listening.remark.xWouldBring", values: { count, dollars, budget: settings.budget } }
  },
})
