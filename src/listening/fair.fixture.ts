import { z } from "@hono/zod-openapi"
import { defineSource, type Heard, type Reading } from "./sources/source.ts"

/** A place outside that says what the test lets it say. */
export const outside: {
  readings: (Partial<Reading> | Error)[]
  asked: unknown[]
  every: number | null
  named: (readonly string[])[]
  unnamed: Error | null
} = {
  readings: [],
  asked: [],
  every: null,
  named: [],
  unnamed: null,
}

/** What one test had said, asked and named is of no matter to the next. */
export function forgetOutside(): void {
  Object.assign(outside, { readings: [], asked: [], every: null, named: [], unnamed: null })
}

export const fair = defineSource({
  kind: "fair",
  place: "forum",
  readable: "freely",
  keeps: "all",
  settings: z.strictObject({ hall: z.string().min(1), api: z.url().optional() }),
  secret: z.strictObject({ key: z.string() }),
  nameOf: ({ hall }) => `Fair ${hall}`,
  async read({ clock }, { cursor, secret }) {
    outside.asked.push({ cursor, secret })
    const next = outside.readings.shift() ?? {}
    if (next instanceof Error) throw next
    return { heard: [], gone: [], cursor, from: null, through: clock.now(), next: soon(clock.now()), more: false, remark: null, ...next }
  },
  async namesOf(_ground, _source, keys) {
    outside.named.push(keys)
    if (outside.unnamed) throw outside.unnamed
    const known = keys.filter((key) => !key.startsWith("key:")).map((key) => key.replace(/^did:/, ""))
    return new Map(known.map((name) => [`did:${name}`, { handle: `@${name}.example`, name: "Nina", followers: 4200, since: null }]))
  },
  async push({ clock }, { cursor }, { body, query }) {
    if (query.get("proof") !== "yes") return { status: 403, body: "", reading: null }
    const heard = [said("pushed", new TextDecoder().decode(body))]
    return {
      status: 204,
      body: "",
      reading: { heard, gone: [], cursor, from: null, through: clock.now(), next: null, more: false, remark: null },
    }
  },
})

export function said(key: string, text: string, more: Partial<Heard> = {}): Heard {
  return {
    key,
    kind: "post",
    url: `https://fair.example/${key}`,
    site: null,
    title: null,
    text,
    author: { key: `nina-${key}`, name: "Nina", handle: null, url: null, followers: null, since: null },
    language: "fr",
    country: null,
    rating: null,
    publishedAt: null,
    repostOf: null,
    replyTo: null,
    media: [],
    ...more,
  }
}

/** When the next look is wanted. */
const soon = (now: Date): Date | null => (outside.every === null ? null : new Date(now.getTime() + outside.every))
