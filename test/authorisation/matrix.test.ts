import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { before, describe, test } from "node:test"
import { sql } from "kysely"
import { type Answer, ask, hasSides, isAllowed, nowhere, ROLES_UPWARDS, Things } from "./ask.ts"
import type { Params } from "./objects.ts"
import { type Row, rows } from "./rows.ts"
import { type Caller, MARK, Scene } from "./scene.ts"

let scene: Scene
let things: Things
before(async () => {
  scene = await Scene.open()
  things = new Things(scene)
  await scene.mails("theirs", ["somebody", "nobody"])
})

test("every route has a row, and every row a route", async () => {
  const { paths } = (await ask(scene, { route: "GET /api/openapi.json" })).body as { paths: Record<string, object> }
  const described = Object.entries(paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`))
  const wired = scene.inside.house.app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`)
  const routes = new Set([...described, ...wired])
  assert.deepEqual([...routes].filter((route) => !rows[route]).sort(), [], "routes without a row in test/authorisation/rows.ts")
  assert.deepEqual(
    Object.keys(rows)
      .filter((route) => !routes.has(route))
      .sort(),
    [],
    "rows without a route",
  )
})

const [reading, changing] = [true, false].map((reads) => Object.entries(rows).filter(([route]) => route.startsWith("GET ") === reads))
// What only reads is asked side by side: most of its time is the database's.
describe("what reads", { concurrency: 4 }, () => reading!.forEach(([route, row]) => holdsTo(route, row)))
describe("what changes", () => changing!.forEach(([route, row]) => holdsTo(route, row)))

function holdsTo(route: string, row: Row): void {
  if (row.who === "anybody") {
    test(`${route}: anybody`, async () => {
      const { status, text } = await ask(scene, { route, body: await row.body?.({ scene, caller: scene.callers[0]!, params: {} }) })
      assert.ok([row.ok].flat().includes(status), `${status} ${text}`)
      tellsNothing(text, row)
    })
    return
  }
  test(`${route}: ${row.who}${row.person ? ", in person" : ""}`, async () => {
    const refused = await refusesStrangers(route, row)
    for (const caller of askers(row)) await holds(route, row, caller, refused)
  })
}

/** Nobody, and somebody with a token that opens nothing, hear that they have to sign in, whatever they name. */
async function refusesStrangers(route: string, row: Row): Promise<unknown> {
  const somebody = scene.caller("admin", "agent")
  const params = await things.get(row.names, "ours", somebody)
  const body = await row.body?.({ scene, caller: somebody, params })
  for (const headers of [{}, { authorization: `Bearer vgt_${"A".repeat(43)}` }, { cookie: "vigie_session=AAAA" }]) {
    const { status, text } = await ask(scene, { route, params, body, headers })
    assert.equal(status, 401, `nobody: ${text}`)
  }
  if (route.startsWith("GET ")) return body
  const elsewhere = { ...somebody.headers, "sec-fetch-site": "cross-site" }
  const { status, body: said } = await ask(scene, { route, params, body, headers: elsewhere })
  assert.deepEqual([status, said?.key], [403, "request.origin"], "another site's page can't use somebody's session")
  return body
}

/** One caller, before what is ours, what is theirs, and what isn't there. `refused` is a body for calls that come to nothing. */
async function holds(route: string, row: Row, known: Caller, refused: unknown): Promise<void> {
  const who = `${known.role} by ${known.kind}`
  const allowed = isAllowed(row, known)
  const caller = allowed && row.fresh === "caller" ? await scene.agent(known.role, `${randomUUID()}@rousseau.example`) : known
  const asking = async (params: Params, body: unknown, query = row.query) => {
    const answer = await ask(scene, { route, params, body, headers: caller.headers, query })
    if (caller === known) tellsNothing(answer.text, row, who)
    return answer
  }
  const person = known.kind === "agent" || !row.person ? known : scene.caller(known.role, "agent")
  const uses = row.fresh === "object"
  const own = await things.get(row.names, "ours", person, allowed && uses && isTelling(row, known))
  if (!(allowed && uses) || isTelling(row, known)) {
    const body = allowed ? await row.body?.({ scene, caller, params: own }) : refused
    const answer = await asking(own, body)
    assert.equal(answer.status, allowed ? row.ok : 403, `${who}, ours: ${answer.text}`)
  }
  for (const query of allowed ? (row.queries ?? []) : []) {
    assert.equal((await asking(own, refused, await filledIn(query))).status, row.ok, `${who} ?${query}`)
  }
  if (!row.names || (!allowed && known !== strongestRefused(row))) return
  const another = scene.callers.find((c) => c.kind === "agent" && c !== person)!
  const theirs = hasSides(row.names) || row.person ? await things.get(row.names, "theirs", another) : null
  const absent: Answer[] = []
  const nothing = nowhere(own)
  for (const params of isTelling(row, known) || !allowed ? nothing : nothing.slice(0, 1)) absent.push(await asking(params, refused))
  const hidden = theirs ? [await asking(theirs, refused)] : []
  const second = Object.keys(own).find((name) => /.Id$/.test(name))
  if (theirs && second) hidden.push(await asking({ ...own, [second]: theirs[second]! }, refused))
  for (const [i, found] of [...hidden, ...absent].entries()) {
    const what = i < hidden.length ? "theirs" : "nothing"
    if (allowed) assert.equal(found.status, row.absent ?? 404, `${who}, ${what}: ${found.text}`)
    else assert.ok([403, 404].includes(found.status), `${who}, ${what}: ${found.text}`)
  }
  if (hidden[0]) assert.deepEqual(outline(hidden[0]), outline(absent[0]!), `${who}: theirs is answered as what isn't there`)
}

/** Roles are an order: those on both sides of the border are asked, by token and in person, and whoever may most. */
function askers(row: Row): Caller[] {
  const least = ROLES_UPWARDS.findIndex((role) => role === row.who)
  const border = ROLES_UPWARDS.slice(Math.max(0, least - 1), least + 1)
  return scene.callers.filter(({ role, kind }) => border.includes(role) || (role === "admin" && kind === "token"))
}

/** Of those who may not, the one who may most else: asked about everything, where the others are asked about what is ours. */
const strongestRefused = (row: Row) => scene.callers.findLast((caller) => !isAllowed(row, caller))

/** Where each call uses something up: the least who may, by token and in person, and the administrator. */
function isTelling(row: Row, { role, kind }: Caller): boolean {
  return role === row.who || (role === "admin" && kind === "token")
}

/** What an answer says. */
const outline = ({ status, body }: Answer) => ({ status, key: body?.key, fields: body?.fields?.map(({ key }: { key: string }) => key) })

function tellsNothing(text: string, row: Row, who = "anybody"): void {
  if (row.tells) return
  assert.ok(!text.toLowerCase().includes(MARK), `${who} reads words of the other inbox: ${around(text, MARK)}`)
  for (const secret of scene.secrets) assert.ok(!text.includes(secret), `${who} reads an id of the other inbox: ${around(text, secret)}`)
}

const around = (text: string, word: string) => {
  const at = text.toLowerCase().indexOf(word)
  return text.slice(Math.max(0, at - 80), at + 80)
}

async function filledIn(query: string): Promise<string> {
  if (query === "THEIR INBOX") return `inbox=${scene.inboxes.theirs}`
  if (query !== "THEIRS") return query
  const id = await scene.value(sql`select message_id from messages where from_address like ${`%${MARK}%`} and direction = 'in' limit 1`)
  return `messageId=${encodeURIComponent(id)}`
}
