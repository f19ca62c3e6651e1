import assert from "node:assert/strict"
import { test } from "node:test"
import { z } from "@hono/zod-openapi"
import { MINUTE, SECOND } from "#platform"
import { openInside } from "../../../test/support/inside.ts"
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
