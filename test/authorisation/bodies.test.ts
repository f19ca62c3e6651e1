import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { before as beforeAll, test } from "node:test"
import { sql } from "kysely"
import { countFigures, foldTally, learnWords } from "#cases"
import type { Role } from "#people"
import { type Answer, ask, isAllowed, Things } from "./ask.ts"
import { type Row, rows } from "./rows.ts"
import { type Caller, Scene } from "./scene.ts"

let scene: Scene
let things: Things
let columns: string[]
beforeAll(async () => {
  scene = await Scene.open()
  things = new Things(scene)
  columns = await columnNames()
})

const changing = Object.entries(rows).filter(([route, { who }]) => !route.startsWith("GET ") && who !== "anybody")

/** Rows that say when something was last used, or counted a try: they change whoever looks. */
const LIVELY = new Set(["proof_failures", "sessions", "api_tokens", "sign_in_challenges", "repeated_requests"])

test("an observer changes nothing, whatever they ask", async () => {
  const params = new Map(await Promise.all(changing.map(async ([route, row]) => [route, await own(row)] as const)))
  const bodies = new Map<string, unknown>()
  for (const [route, row] of changing) bodies.set(route, await row.body?.({ scene, caller: someone(row), params: params.get(route)! }))
  await scene.inside.house.settle()
  // What a job of every minute adds up: done now, nothing is left for it.
  await foldTally(scene.inside.db)
  await learnWords(scene.inside.db)
  await countFigures(scene.inside.db, scene.inside.house.config.timeZone)
  const before = await everything()
  for (const kind of ["token", "agent"] as const) {
    const observer = scene.caller("observer", kind)
    for (const [route, row] of changing) {
      if (isAllowed(row, observer)) continue
      const asked = { route, params: params.get(route)!, body: bodies.get(route), headers: observer.headers, query: row.query }
      const answer = await ask(scene, asked)
      assert.equal(answer.status, 403, `${route} by ${kind}: ${answer.text}`)
    }
    // What is taken along is written down (audit): no other reading leaves a trace.
    for (const route of Object.keys(rows).filter((route) => route.startsWith("GET /api/") && !route.startsWith("GET /api/exports/"))) {
      await ask(scene, { route, headers: observer.headers, query: rows[route]!.query })
    }
  }
  const after = await everything()
  assert.deepEqual(
    [...after].filter(([table, hash]) => before.get(table) !== hash).map(([table]) => table),
    [],
  )
})

for (const [route, row] of Object.entries(rows)) {
  if (!row.body || route === "POST /api/uploads") continue
  test(`${route}: takes no field that isn't its own`, async () => {
    const caller = someone(row)
    const params = await own(row, row.fresh === "object")
    const given = (await row.body!({ scene, caller, params })) as Record<string, unknown>
    const known = new Set([...Object.keys(given), ...(await fieldsOf(route))])
    const extra = columns.filter((name) => !known.has(name))
    const body = { ...Object.fromEntries(extra.map((name) => [name, "x"])), ...given }
    const headers = row.who === "anybody" ? {} : caller.headers
    const answer = await ask(scene, { route, params, body, headers })
    if (OPEN_BODIES.has(route)) return assert.ok(answer.status < 500, answer.text)
    assert.equal(answer.status, 422, answer.text)
    if (UNNAMED.has(route)) return
    const said = JSON.stringify(answer.body?.fields ?? answer.text)
    const silent = extra.filter((name) => !new RegExp(`\\b${name}\\b`).test(said))
    assert.deepEqual(silent, [], "each is named as unknown")
  })
}

/** What a browser's passkey brings has fields of its own making; those that are used are copied one by one. */
const OPEN_BODIES = new Set(["POST /api/sign-in/passkey"])

/** A page, which says what to do and no fields. */
const UNNAMED = new Set(["POST /api/sign-in/link/{token}"])

for (const [route, row] of Object.entries(rows)) {
  for (const [path, kind] of Object.entries(row.ids ?? {})) {
    test(`${route}: ${path} names nothing of the other inbox`, async () => {
      const caller = scene.caller(row.who as Role, row.person ? "agent" : "token")
      const params = await own(row)
      const given = (await row.body!({ scene, caller, params })) as object
      const naming = (id: string) => ask(scene, { route, params, body: withId(given, path, id), headers: caller.headers })
      const absent = await naming(randomUUID())
      assert.ok([403, 404, 422].includes(absent.status), `nothing: ${absent.text}`)
      if (kind === "unknown") return
      const theirs = (await things.get(kind, "theirs", null))["id"]!
      assert.deepEqual(outline(await naming(theirs)), outline(absent), "theirs is answered as what isn't there")
    })
  }
}

const outline = ({ status, body }: Answer) => ({ status, key: body?.key, fields: body?.fields })

/** Whoever may do most of it: an administrator, in person where it must be. */
const someone = (row: Row): Caller => scene.caller("admin", row.person ? "agent" : "token")
const own = (row: Row, fresh = false) => things.get(row.names, "ours", scene.caller("admin", "agent"), fresh)

function withId(body: object, path: string, id: string): object {
  const [name, place] = path.split(".") as [string, string?]
  return { ...body, [name]: place === undefined ? id : [id] }
}

/** Every column that a table has, as rows and as views write it. */
async function columnNames(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct column_name as name from information_schema.columns where table_schema = 'public'`.execute(scene.inside.db.read.sql)
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [...new Set(rows.flatMap(({ name }) => [name, camel(name)]))].sort()
}

/** The fields that a body may have, from the API's own description. */
async function fieldsOf(route: string): Promise<string[]> {
  const [method, path] = route.split(" ") as [string, string]
  const { paths } = await scene.must("GET", "/api/openapi.json")
  const content = paths[path]?.[method.toLowerCase()]?.requestBody?.content ?? {}
  const schema = content["application/json"]?.schema ?? {}
  const parts = [schema, ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
  return parts.flatMap((part: { properties?: object }) => Object.keys(part.properties ?? {}))
}

/** A fingerprint of each table. */
async function everything(): Promise<Map<string, string>> {
  const query = scene.inside.db.read.sql
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(query)
  const hashes = new Map<string, string>()
  for (const { name } of tables.filter(({ name }) => !LIVELY.has(name))) {
    const { rows } = await sql<{ hash: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${sql.table(name)} t`.execute(query)
    hashes.set(name, rows[0]!.hash)
  }
  return hashes
}
