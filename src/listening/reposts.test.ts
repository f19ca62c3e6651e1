import assert from "node:assert/strict"
import { afterEach, before, test } from "node:test"
import { sql } from "kysely"
import { closeAfterwards } from "../../test/support/database.ts"
import { type Json, until } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import { bluesky } from "./sources/bluesky/bluesky.ts"
import type { Author, PassedOn, Reading } from "./sources/source.ts"
import { blueskyStage } from "./sources/stages/followed.fixture.ts"

const WORDS = "Lilas lost my parcel of peonies"
let inside: InsideHouse
let lead: string
before(async () => {
  forgetOutside()
  inside = await openInside({
    env: { VIGIE_ALLOW_PRIVATE: "localhost" },
    hearing: { kinds: [bluesky, { ...fair, kind: "hose", keeps: "matched" }] },
  })
  lead = await inside.token("lead")
})
afterEach(forgetOutside)

async function ask(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await inside.api(path, { token: lead, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const keysOf = async (source: string): Promise<string[]> =>
  (await ask("GET", `/api/mentions?source=${source}&limit=200`)).items.map(({ key }: Json) => key).toSorted()
const kept = async (words: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select ((select count(*) from mentions where text like ${words}) + (select count(*) from mention_hidden where held::text like ${words}))::int as n`.execute(
    inside.db.read.sql,
  )
  return rows[0]!.n
}

test("who reposts what is kept on Bluesky is its spread, until they take it back, their account goes or the post is deleted", async () => {
  const place = await blueskyStage(new Date("2026-11-02T07:00:00Z"))
  closeAfterwards(() => place.close())
  const watch = await ask("POST", "/api/watches", { name: "Parcels", query: "parcel" })
  const { id: source } = await ask("POST", "/api/sources", {
    kind: "bluesky",
    settings: { ...(place.settings as object), profiles: place.url },
  })
  let at = Date.parse("2026-11-02T07:10:00Z") * 1000
  const tell = (who: string, rest: object) => place.tell({ did: `did:plc:${who}`, time_us: (at += 1000), ...rest })
  const repost = (who: string, subject: string) => {
    const record = { $type: "app.bsky.feed.repost", subject: { uri: subject, cid: "c" }, createdAt: "2026-11-02T07:10:00Z" }
    tell(who, {
      kind: "commit",
      commit: { rev: "r", operation: "create", collection: "app.bsky.feed.repost", rkey: `r${at}`, cid: "c", record },
    })
    return `at://did:plc:${who}/app.bsky.feed.repost/r${at - 1000}`
  }
  const takeBack = (key: string) => {
    const [, , did, collection, rkey] = key.split("/")
    tell(did!.replace("did:plc:", ""), { kind: "commit", commit: { rev: "r", operation: "delete", collection, rkey } })
  }
  const post = "at://did:plc:maya/app.bsky.feed.post/k1"
  const stands = (what: string, keys: readonly string[]) =>
    until(what, async () => (String(await keysOf(source)) === String(keys.toSorted()) ? true : null))

  place.say(WORDS)
  const ida = repost("ida", post)
  await stands("a repost that comes with its post", [post, ida])
  repost("ida", "at://did:plc:stranger/app.bsky.feed.post/unheard")
  repost("ida", post)
  const bo = repost("bo", post)
  const cem = repost("cem", post)
  await stands("those that come later, each person once, and nobody's of what isn't kept", [post, ida, bo, cem])
  const [mention] = (await ask("GET", `/api/mentions?source=${source}`)).items.filter(({ key }: Json) => key === post)
  const spread = async () =>
    (({ posts, people }: Json) => [posts, people])((await ask("GET", `/api/mentions/${mention.id}/spread`)).repeats)
  const counted = async () => (({ posts, people }: Json) => [posts, people])(await ask("GET", `/api/watches/${watch.id}/counts?step=day`))
  assert.deepEqual(
    [await spread(), await counted()],
    [
      [3, 3],
      [4, 4],
    ],
  )
  const shown = (await ask("GET", `/api/mentions?source=${source}`)).items.find(({ key }: Json) => key === bo)
  assert.deepEqual(
    [shown.text, shown.url, shown.repostOf, shown.author.url],
    [WORDS, "https://bsky.app/profile/did:plc:maya/post/k1", post, "https://bsky.app/profile/did:plc:bo"],
    "its page is the post that an answer goes under",
  )

  takeBack(bo)
  await stands("what was taken back", [post, ida, cem])
  tell("ida", { kind: "account", account: { active: false, status: "deleted", did: "did:plc:ida" } })
  await stands("what a deleted account had passed on", [post, cem])
  assert.deepEqual([await spread(), (await counted())[0]], [[1, 1], 2])
  tell("cem", { kind: "account", account: { active: false, status: "deactivated", did: "did:plc:cem" } })
  await stands("what an account that is switched off had passed on", [post])
  const dot = repost("dot", post)
  await stands("one more", [post, dot])
  takeBack(post)
  await stands("nothing that passes a deleted post on", [])
  assert.equal(await kept(`%${WORDS}%`), 0, "nowhere")
  tell("cem", { kind: "account", account: { active: true, did: "did:plc:cem" } })
  const late = repost("eve", post)
  place.say("The last parcel came")
  await stands("nothing of it comes back", ["at://did:plc:maya/app.bsky.feed.post/k2"])
  assert.equal(late.includes("did:plc:eve"), true)
})

test("what passes a mention on is kept whether or not a watch wants that, too, and goes with it", async () => {
  await ask("POST", "/api/watches", { name: "Nina", query: "dahlias author:nina" })
  const by = (who: string): Author => ({ key: who, name: who, handle: `@${who}`, url: null, followers: 7, since: null })
  const repost = (who: string, of: string): PassedOn => ({ key: `${who}-${of}`, of, author: by(who), publishedAt: null })
  const hear = async (reading: Partial<Reading>) => {
    outside.readings.push(reading)
    await ask("POST", `/api/sources/${source}/read`)
    await inside.house.settle()
  }
  const { id: source } = await ask("POST", "/api/sources", { kind: "hose", settings: { hall: "1" } })
  await inside.house.settle()
  const heard = [said("n1", "Des dahlias", { author: by("nina") }), said("o1", "D’autres dahlias", { author: by("otto") })]
  await hear({ heard, passedOn: [repost("ida", "n1"), repost("ida", "o1")] })
  assert.deepEqual(await keysOf(source), ["ida-n1", "n1"])
  await hear({ passedOn: [repost("bo", "n1"), repost("bo", "o1"), repost("bo", "ida-n1")] })
  assert.deepEqual(await keysOf(source), ["bo-n1", "ida-n1", "n1"])
  await hear({ accounts: [{ key: "nina", what: "gone" }] })
  assert.deepEqual([await keysOf(source), await kept("Des dahlias")], [[], 0])
})
