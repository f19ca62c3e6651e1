import assert from "node:assert/strict"
import { test } from "node:test"
import { HOUR } from "#platform"
import { articlesThere } from "./article-there.ts"
import { lemmy } from "./lemmy/lemmy.ts"
import { type Answered, groundAt, Served, sourceOf } from "./served.fixture.ts"
import { type KeptThing, SourceTrouble } from "./source.ts"
import { json } from "./stages/stage.fixture.ts"
import { eachByItself } from "./still-there.ts"
import { youtube } from "./youtube/youtube.ts"

const NOW = "2026-11-22T10:00:00Z"
const kept = (key: string, url: string | null = null): KeptThing => ({ key, url, replyTo: null, saidAt: new Date(NOW) })
const NOTHING = { gone: [], missing: [], unsaid: [] }

test("a place that wants to be left alone after some answers isn't asked for the rest, which isn't taken to have been asked for", async () => {
  const until = new Date("2026-11-22T11:00:00Z")
  const trouble = new SourceTrouble("throttled", { until })
  const asked: string[] = []
  const look = async ({ key }: KeptThing) => {
    asked.push(key)
    if (key === "b") throw trouble
    return "there" as const
  }
  const found = await eachByItself(
    ["a", "b", "c"].map((key) => kept(key)),
    look,
  )
  assert.deepEqual([found, asked], [{ ...NOTHING, unasked: { keys: ["b", "c"], until, trouble } }, ["a", "b"]])
})

test("when the time of a source is up, the rest of it is asked for later", async () => {
  const found = await eachByItself([kept("a"), kept("b")], async () => "missing", 0)
  assert.deepEqual(found, { ...NOTHING, missing: ["a"], unasked: { keys: ["b"], until: null, trouble: null } })
})

test("an article is asked for once however often it was told, its site's rules once a day, and a site that wants to be left alone rests", async () => {
  const here = groundAt(NOW)
  let answer: (path: string) => Answered = () => ({})
  const site = await new Served(({ path }) => (path === "/robots.txt" ? { status: 404 } : answer(path))).open()
  const other = await new Served(({ path }) => ({ status: path === "/lost" ? 404 : 200 })).open()
  const asked = () => site.asked.splice(0).map(({ path }) => path)
  const all = [kept("1", `${site.url}/a`), kept("2", `${site.url}/a`), kept("3", `${site.url}/b`), kept("4", `${other.url}/lost`)]
  try {
    assert.deepEqual([await articlesThere(here.ground, all), asked()], [{ ...NOTHING, missing: ["4"] }, ["/robots.txt", "/a", "/b"]])
    answer = () => ({ status: 429, headers: { "retry-after": "7200" } })
    const unasked = { keys: ["1", "2", "3"], until: new Date(Date.parse(NOW) + 2 * HOUR), trouble: null }
    assert.deepEqual([await articlesThere(here.ground, all), asked()], [{ ...NOTHING, missing: ["4"], unasked }, ["/a"]])
    answer = () => ({ status: 500 })
    here.clock.advance(24 * HOUR)
    assert.deepEqual(
      [await articlesThere(here.ground, all), asked()],
      [{ ...NOTHING, missing: ["4"], unsaid: ["1", "2", "3"] }, ["/robots.txt", "/a", "/b"]],
    )
  } finally {
    await Promise.all([site.close(), other.close(), here.close()])
  }
})

test("Lemmy's flags say that something was deleted; what it doesn't find, and what YouTube leaves out, is only missing", async () => {
  const here = groundAt(NOW)
  const answers: Record<string, Answered> = {
    "1": json({ post_view: { post: { deleted: false, removed: false } } }),
    "2": json({ post_view: { post: { deleted: false, removed: true } } }),
    "3": { ...json({ error: "couldnt_find_post" }), status: 400 },
    "4": { ...json({ error: "not_found" }), status: 404 },
    "5": { ...json({ error: "couldnt_get_posts" }), status: 400 },
  }
  const place = await new Served(({ path, query }) =>
    path.startsWith("/youtube") ? json({ items: [{ id: "post:1" }] }) : (answers[query.get("id") ?? ""] ?? { status: 500 }),
  ).open()
  const posts = Object.keys(answers).map((id) => kept(`post:${id}`))
  try {
    const found = await lemmy.stillThere!(here.ground, sourceOf({ url: place.url }, null), posts)
    assert.deepEqual(found, { gone: ["post:2"], missing: ["post:3", "post:4"], unsaid: ["post:5"] })
    const settings = { channel: `UC${"a".repeat(22)}`, api: place.url }
    const listed = await youtube.stillThere!(here.ground, sourceOf(settings, null, { key: "k" }), posts.slice(0, 2))
    assert.deepEqual(listed, { ...NOTHING, missing: ["post:2"] })
  } finally {
    await Promise.all([place.close(), here.close()])
  }
})
