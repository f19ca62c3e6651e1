import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { HOUR, MINUTE } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"

let inside: InsideHouse
let agent: string
let lead: string
before(async () => {
  inside = await openInside()
  agent = await inside.token("agent")
  lead = await inside.token("lead")
})

async function must(method: string, path: string, body?: unknown, token = lead): Promise<Json> {
  const answer = await inside.api(path, { token, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const heardBy = async (watch: string, query = "") =>
  (await must("GET", `/api/watches/${watch}/mentions?${query}`)).items.map(({ key }: { key: string }) => key)

test("a watch hears what comes and what was said before it, once each, and counts posts and people", async () => {
  const tell = (mentions: object[]) => must("POST", "/api/mentions", { source: "Forum A", mentions }, agent)
  await tell([
    { key: "1", text: "Mon bouquet de pivoines n’est jamais arrivé", author: { handle: "@lea" } },
    { key: "2", text: "Rien à voir" },
  ])
  const watch = await must("POST", "/api/watches", { name: "Pivoines", query: "bouquet AND pivoine*" }, agent)
  await inside.house.settle()
  assert.deepEqual(await heardBy(watch.id), ["1"], "what was there before")
  inside.clock.advance(MINUTE)
  const told = await tell([
    { key: "3", text: "Encore un bouquet sans pivoine", author: { handle: "@lea" } },
    { key: "1", text: "Mon bouquet de pivoines n’est jamais arrivé", author: { handle: "@lea" } },
  ])
  assert.deepEqual([told.added, told.known], [1, 1])
  assert.deepEqual(await heardBy(watch.id), ["3", "1"])
  const { posts, people, items } = await must("GET", `/api/watches/${watch.id}/counts?step=5m`)
  assert.deepEqual([posts, people], [2, 1])
  assert.deepEqual(
    items.filter(({ posts }: { posts: number }) => posts > 0).map(({ posts, people }: Json) => [posts, people]),
    [[2, 1]],
  )
  assert.deepEqual((await must("GET", "/api/watches")).items[0].today, { posts: 2, people: 1 })
})

test("a broken query is explained at its character, and the old one goes on; every revision is kept", async () => {
  const watch = await must("POST", "/api/watches", { name: "Chrysanthèmes", query: "chrysanthème" }, agent)
  const refused = await inside.api(`/api/watches/${watch.id}`, {
    token: agent,
    method: "PATCH",
    headers: { "accept-language": "fr" },
    body: { query: "chrysanthème AND (retard" },
  })
  assert.equal(refused.status, 422)
  const { path, key, at } = refused.body.fields[0]
  assert.deepEqual({ path, key, at }, { path: "query", key: "listening.query.unclosedBracket", at: { start: 17, end: 18 } })
  const { problems, found } = await must("POST", "/api/watches/preview", { query: "chrysanthème AND (retard" }, agent)
  assert.deepEqual([problems[0].start, problems[0].end, found], [17, 18, null])
  await must(
    "POST",
    "/api/mentions",
    {
      mentions: [
        { key: "c1", text: "Chrysanthème fané" },
        { key: "c2", text: "Dahlia fané" },
      ],
    },
    agent,
  )
  assert.deepEqual(await heardBy(watch.id), ["c1"])
  await must("PATCH", `/api/watches/${watch.id}`, { query: "dahlia" }, agent)
  await must(
    "POST",
    "/api/mentions",
    {
      mentions: [
        { key: "c3", text: "Chrysanthème encore" },
        { key: "c4", text: "Dahlias et dahlia" },
      ],
    },
    agent,
  )
  await inside.house.settle()
  assert.deepEqual(new Set(await heardBy(watch.id)), new Set(["c2", "c4"]), "what the new one wants comes, what it doesn't leaves")
  const { items } = await must("GET", `/api/watches/${watch.id}/revisions`)
  assert.deepEqual(
    items.map(({ revision, query }: Json) => [revision, query]),
    [
      [2, "dahlia"],
      [1, "chrysanthème"],
    ],
  )
  await must("PATCH", `/api/watches/${watch.id}`, { state: "paused" }, agent)
  await must("POST", "/api/mentions", { mentions: [{ key: "c5", text: "Un dahlia pendant la pause" }] }, agent)
  assert.ok(!(await heardBy(watch.id)).includes("c5"))
  await must("PATCH", `/api/watches/${watch.id}`, { state: "listening" }, agent)
  await inside.house.settle()
  assert.ok((await heardBy(watch.id)).includes("c5"), "what was said meanwhile is looked through")
  assert.equal((await inside.api(`/api/watches/${watch.id}`, { token: agent, method: "DELETE" })).status, 403)
  await must("DELETE", `/api/watches/${watch.id}`)
  assert.equal((await inside.api(`/api/watches/${watch.id}`, { token: agent })).status, 404)
})

test("what is asked for by no id is said so, by the name of the field", async () => {
  const answer = await inside.api("/api/mentions?source=abc", { token: agent })
  assert.deepEqual([answer.status, answer.body.fields[0].path], [422, "source.0"])
})

test("a preview counts by day what the same matcher finds, and says what was looked at", async () => {
  const day = 24 * HOUR
  const at = (days: number) => new Date(inside.clock.now().getTime() - days * day).toISOString()
  await must("POST", "/api/mentions", {
    mentions: [
      { key: "p1", text: "Orchidée bleue", publishedAt: at(0), author: { handle: "@a" } },
      { key: "p2", text: "ORCHIDEE rouge", publishedAt: at(3), author: { handle: "@a" } },
      { key: "p3", text: "une orchidée", publishedAt: at(3), author: { handle: "@b" } },
      { key: "p4", text: "orchidée d’antan", publishedAt: at(60) },
    ],
  })
  const { found } = await must("POST", "/api/watches/preview", { query: "orchidée" }, agent)
  assert.deepEqual([found.posts, found.people, found.days.length, found.looked.isAll], [3, 2, 31, true])
  assert.deepEqual([found.days.at(-1).posts, found.days.at(-4).posts, found.days.at(-4).people], [1, 2, 2])
  assert.equal(found.examples.length, 3)
})

test("every version of a title is kept; what is deleted at its source is gone from screens and table, and that it was stays known", async () => {
  const watch = await must("POST", "/api/watches", { name: "Tulipes", query: "tulipe*" })
  const tell = (body: object) => must("POST", "/api/mentions", { source: "Gazette", ...body }, agent)
  const article = (title: string, text: string) => ({
    key: "a1",
    kind: "article",
    title,
    text,
    url: "https://gazette.example/tulipes-perdues",
    author: { name: "Paul Rey" },
  })
  const { items } = await tell({ mentions: [article("Des tulipes perdues", "Elles ne sont pas venues.")] })
  inside.clock.advance(HOUR)
  assert.equal((await tell({ mentions: [article("Des fleurs retrouvées", "Elles sont venues.")] })).changed, 1)
  const seen = await must("GET", `/api/mentions/${items[0].id}`)
  assert.deepEqual(
    [seen.version, seen.title, seen.versions.map(({ title }: Json) => title)],
    [2, "Des fleurs retrouvées", ["Des tulipes perdues"]],
  )
  assert.deepEqual([seen.watches, await heardBy(watch.id)], [[], []], "who listens for tulips is told of them alone")
  assert.equal((await tell({ gone: ["a1", "never-there"] })).gone, 1)
  const gone = await must("GET", `/api/mentions/${items[0].id}`)
  assert.deepEqual([gone.text, gone.key, gone.title, gone.author, gone.versions], ["", "", null, null, []])
  assert.equal(gone.goneAt, inside.clock.now().toISOString())
  assert.deepEqual(await heardBy(watch.id), [])
  assert.equal((await tell({ mentions: [article("Des tulipes perdues", "Encore")] })).added, 0, "it never comes back")
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from mentions m left join mention_versions v on v.mention_id = m.id
     where m.text ilike '%venues%' or m.author_name = 'Paul Rey' or v.title ilike '%tulipes%'`.execute(inside.db.read.sql)
  assert.equal(rows[0]!.n, 0)
})

test("an edit is judged by what it says now, live as on history: watches that don't want it any more leave it, and count it once", async () => {
  const watch = async (query: string) => (await must("POST", "/api/watches", { name: query, query })).id as string
  const [words, picture, german] = [
    await watch("jasmin"),
    await watch("has:image AND source:Jardin"),
    await watch("lang:de AND source:Jardin"),
  ]
  const tell = async (more: object) =>
    must("POST", "/api/mentions", { source: "Jardin", mentions: [{ key: "j1", author: { handle: "@eva" }, ...more }] }, agent)
  const image = [{ url: "https://jardin.example/1.jpg" }]
  await tell({ text: "Un jasmin", language: "fr", media: image })
  const heard = async () => Promise.all([words, picture, german].map((id) => heardBy(id)))
  assert.deepEqual(await heard(), [["j1"], ["j1"], []])
  await tell({ text: "Ein Veilchen", language: "de" })
  assert.deepEqual(await heard(), [[], [], ["j1"]])
  assert.deepEqual((await must("GET", `/api/watches/${words}/counts?step=5m`)).posts, 0)
  await must("PATCH", `/api/watches/${german}`, { query: "lang:de AND source:Jardin AND Veilchen" }, agent)
  await inside.house.settle()
  assert.deepEqual(await heard(), [[], [], ["j1"]], "history says the same")
  await tell({ text: "Ein Jasmin und ein Veilchen", language: "de", media: image })
  await tell({ text: "Ein Jasmin, ein Veilchen", language: "de", media: image })
  assert.deepEqual(await heard(), [["j1"], ["j1"], ["j1"]])
  const { rows } = await sql<{ posts: number }>`
    select posts from watch_sources where watch_id = any(${[words, german]}::uuid[])`.execute(inside.db.read.sql)
  assert.ok(
    rows.every(({ posts }) => posts <= 2),
    JSON.stringify(rows),
  )
  const left = await sql`select from watch_left where watch_id = any(${[words, picture, german]}::uuid[])`.execute(inside.db.read.sql)
  assert.equal(left.rows.length, 0, "what is wanted again isn't aside")
})
