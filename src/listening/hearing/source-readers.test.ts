import assert from "node:assert/strict"
import { test } from "node:test"
import { setImmediate } from "node:timers/promises"
import { z } from "@hono/zod-openapi"
import { sql } from "kysely"
import { HOUR, MINUTE, SECOND } from "#platform"
import { closeAfterwards } from "../../../test/support/database.ts"
import { until } from "../../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../../test/support/inside.ts"
import { Served } from "../sources/served.fixture.ts"
import { defineSource } from "../sources/source.ts"

const HOSTS = 10

test("sources of many hosts are asked at once, those of one host one after the other, the next as soon as one is done", async () => {
  const running = new Set<string>()
  const read: string[] = []
  let [most, twice] = [0, 0]
  const all = Promise.withResolvers<void>()
  let isArmed = false
  const slow = defineSource({
    kind: "slow",
    place: "forum",
    readable: "freely",
    keeps: "all",
    settings: z.strictObject({ url: z.url(), page: z.string() }),
    nameOf: ({ url, page }) => `${url} ${page}`,
    async read({ clock }, { settings: { url, page } }) {
      if (running.has(url)) twice++
      running.add(url)
      most = Math.max(most, running.size)
      if (running.size === HOSTS) all.resolve()
      if (isArmed) await all.promise
      running.delete(url)
      read.push(`${url}${page}`)
      const now = clock.now()
      const next = new Date(now.getTime() + 60 * MINUTE)
      return { heard: [], gone: [], cursor: null, from: null, through: now, next, more: false, remark: null }
    },
  })
  const inside = await openInside({ hearing: { kinds: [slow] } })
  const token = await inside.token("lead")
  for (const page of ["1", "2"])
    for (let n = 0; n < HOSTS; n++) {
      const settings = { url: `https://h${n}.example/`, page }
      assert.equal((await inside.api("/api/sources", { token, body: { kind: "slow", settings } })).status, 201)
    }
  await inside.house.settle()
  ;[isArmed, most, read.length] = [true, 0, 0]
  setTimeout(all.resolve, 10 * SECOND).unref()
  inside.clock.advance(60 * MINUTE)
  await inside.house.settle()
  assert.deepEqual([most, twice, new Set(read).size], [HOSTS, 0, 2 * HOSTS])
})

/** So many more sources like this one, which are due as long ago. */
const likeIt = (inside: InsideHouse, id: string, count: number, at: string) =>
  sql`
    insert into sources (id, kind, name, place, settings, state, state_since, next_at, created_by, created_at, updated_at)
    select gen_random_uuid(), kind, name, place, settings || jsonb_build_object('url', settings->>'url' || n), state, state_since,
           ${new Date(at)}, created_by, created_at, updated_at
      from sources, generate_series(1, ${count}) n where id = ${id}`.execute(inside.db.read.sql)

test("however many sources of a slow host are due, another host's is asked beside them", async () => {
  const answer = Promise.withResolvers<void>()
  const feed = { body: '<rss version="2.0"><channel><title>News</title></channel></rss>' }
  let [isSlow, waiting] = [false, 0]
  const slow = await new Served(async () => {
    if (isSlow) waiting++
    if (isSlow) await answer.promise
    return feed
  }).open()
  const quick = await new Served(() => feed).open()
  closeAfterwards(() => slow.close())
  closeAfterwards(() => quick.close())
  const inside = await openInside({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
  const token = await inside.token("lead")
  const add = async (url: string) => (await inside.api("/api/sources", { token, body: { kind: "feed", settings: { url } } })).body.id
  const [first] = [await add(`${slow.url}/feed`), await add(`${quick.url}/feed`)]
  await inside.house.settle()
  await likeIt(inside, first, 600, "2026-11-02T07:00:00Z")
  isSlow = true
  const before = quick.asked.length
  inside.clock.advance(25 * HOUR)
  await until("the quick host is asked", async () => quick.asked.length > before || null)
  await until("the slow one is asked, and answers nothing", async () => waiting > 0 || null)
  assert.equal(waiting, 1, "for one thing at a time")
  const closing = inside.house.close()
  answer.resolve()
  await closing
})

test("hosts have their turns: twenty with a backlog let one with a single source pass", async () => {
  const read: string[] = []
  const busy = defineSource({
    kind: "busy",
    place: "forum",
    readable: "freely",
    keeps: "all",
    settings: z.strictObject({ url: z.url() }),
    nameOf: ({ url }) => url,
    async read({ clock }, { settings: { url } }) {
      await setImmediate()
      read.push(new URL(url).hostname)
      const next = new Date(clock.now().getTime() + 60 * MINUTE)
      return { heard: [], gone: [], cursor: null, from: null, through: clock.now(), next, more: false, remark: null }
    },
  })
  const inside = await openInside({ hearing: { kinds: [busy] } })
  const token = await inside.token("lead")
  const add = async (url: string) => (await inside.api("/api/sources", { token, body: { kind: "busy", settings: { url } } })).body.id
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => add(`https://h${n}.example/`)))
  await add("https://single.example/")
  await inside.house.settle()
  for (const id of ids) await likeIt(inside, id, 6, "2026-11-02T07:00:00Z")
  read.length = 0
  inside.clock.advance(60 * MINUTE)
  await inside.house.settle()
  assert.equal(read.length, 20 * 7 + 1, "each once")
  assert.ok(read.indexOf("single.example") <= 20 + 16, `it was number ${read.indexOf("single.example")}`)
})
