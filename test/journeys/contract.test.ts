// One file, because what outsiders count on is one page (contract.md).
import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import type { Json } from "../support/house.ts"
import { openInside } from "../support/inside.ts"
import { Shop } from "../support/shop.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/* What an operator, a script or a check from outside may count on over HTTP. */
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"
let shop: Shop
let admin: string
let asked: Json
let described: Json

before(async () => {
  shop = await Shop.open()
  admin = await shop.inside.token("admin")
  asked = await shop.receive({
    from: CAMILLE,
    to: shop.address,
    subject: "Pivoines",
    text: "Bonjour, avez-vous des pivoines ?",
    messageId: "<p1@rousseau.example>",
  })
  described = await shop.ask("/api/openapi.json")
})

type Init = Omit<RequestInit, "headers"> & { headers?: Record<string, string> }
const raw = (path: string, init: Init = {}) =>
  shop.inside.house.app.request(path, { ...init, headers: { authorization: `Bearer ${admin}`, ...init.headers } })

test("a case has at least what was promised", async () => {
  const view = await shop.ask(`/api/cases/${asked.caseId}`)
  assert.match(view.id, /^[0-9a-f-]{36}$/)
  assert.ok(Number.isInteger(view.number))
  assert.deepEqual([view.subject, view.contactId, view.conversationIds], ["Pivoines", asked.from.contactId, [asked.conversationId]])
  assert.equal(view.status.category, "new")
  assert.ok(view.status.name)
  assert.equal(view.waitingSince, asked.receivedAt)
  assert.equal((await shop.ask(`/api/cases/${view.number}`)).id, view.id, "by its number too")
  const { items } = await shop.ask("/api/cases")
  for (const field of ["id", "number", "subject", "status", "contactId", "conversationIds", "waitingSince"])
    assert.ok(field in items[0], field)
})

test("a message has at least what was promised, in each direction", async () => {
  await shop.aMinuteLater()
  await shop.answer(asked.conversationId, "Oui.")
  await shop.aMinuteLater()
  await shop.ask(`/api/conversations/${asked.conversationId}/notes`, { body: { text: "À rappeler." } })
  const { items } = await shop.ask(`/api/conversations/${asked.conversationId}/messages`)
  assert.deepEqual(
    items.map(({ direction, state }: Json) => [direction, state]),
    [
      ["in", "received"],
      ["out", "sent"],
      ["note", "note"],
    ],
  )
  const fields = ["id", "conversationId", "caseId", "direction", "messageId", "from", "subject", "text", "newText", "receivedAt", "state"]
  for (const item of items) for (const field of fields) assert.ok(field in item, `${item.direction} ${field}`)
  const found = await shop.ask(`/api/messages?messageId=${encodeURIComponent("<p1@rousseau.example>")}`)
  assert.deepEqual(
    found.items.map(({ id }: Json) => id),
    [asked.id],
  )
  assert.deepEqual((await shop.ask("/api/messages?messageId=p1@rousseau.example")).items, [], "with its angle brackets")
})

test("an original is what was received, to the byte", async () => {
  const bytes = Buffer.concat([
    Buffer.from(`From: ${CAMILLE}\r\nTo: ${shop.address}\r\nSubject: =?broken?\r\nMessage-ID: <octets@rousseau.example>\r\nX-8bit: `),
    Buffer.from([...Array(256).keys()].filter((byte) => byte !== 10 && byte !== 13 && byte !== 0)),
    Buffer.from(
      `\r\nContent-Type: text/plain; charset=x-unknown\r\n\r\n.\r\n..\r\n.two\r\n\r\n\t trailing  \r\n${"long".repeat(2000)}\r\n\r\n\r\n`,
    ),
  ])
  const client = await SmtpClient.open(shop.inside.house.ports.smtp)
  assert.equal((await client.mail("camille@rousseau.example", [shop.address], bytes)).code, 250)
  client.destroy()
  await shop.inside.house.settle()
  const { items } = await shop.ask(`/api/messages?messageId=${encodeURIComponent("<octets@rousseau.example>")}`)
  const answer = await raw(`/api/messages/${items[0].id}/original`)
  assert.equal(answer.headers.get("content-type"), "message/rfc822")
  const original = Buffer.from(await answer.arrayBuffer())
  assert.equal(original.length, bytes.length)
  assert.ok(original.equals(bytes))
})

test("what was sent is kept to the byte too", async () => {
  const { items } = await shop.ask(`/api/conversations/${asked.conversationId}/messages`)
  const { id } = items.find(({ direction }: Json) => direction === "out")
  const original = Buffer.from(await (await raw(`/api/messages/${id}/original`)).arrayBuffer()).toString("latin1")
  assert.equal(original.trimEnd(), (await shop.mailTo("camille@rousseau.example")).bytes.trimEnd())
})

/** What the lists of one thing are asked of. */
const of = (path: string): string | null =>
  ({
    "/api/cases/{id}": asked.caseId,
    "/api/contacts/{id}": asked.from.contactId,
    "/api/conversations/{id}": asked.conversationId,
    "/api/messages/{id}": asked.id,
  })[path.split("/").slice(0, 4).join("/")] ?? null

/** Every list of the API, from its own description; of one thing where we have one. */
function lists(): { path: string; pages: boolean }[] {
  const isList = (verb: Json) => {
    const schema = verb?.responses?.["200"]?.content?.["application/json"]?.schema
    return schema?.properties?.items && schema.properties.next
  }
  const found = Object.entries(described.paths as Record<string, Json>).filter(([, { get }]) => isList(get))
  return found.flatMap(([path, { get }]) => {
    const whole = path.includes("{id}") && of(path) ? path.replace("{id}", of(path)!) : path
    return whole.includes("{") ? [] : [{ path: whole, pages: (get.parameters ?? []).some(({ name }: Json) => name === "limit") }]
  })
}

/** Lists that can't be asked for without saying of what. */
const NEEDED: Readonly<Record<string, string>> = {
  "/api/messages": "messageId=%3Cp1@rousseau.example%3E&",
  "/api/search": "q=pivoines&",
  "/api/holidays": "kind=FR&",
}

/** One's own affair: a token has none. */
const PERSONAL = new Set(["/api/notifications"])

test("every list is {items, next}, takes a limit up to 200, and says what is wrong with more", async () => {
  assert.ok(lists().length > 10)
  for (const path of [`/api/cases/${asked.caseId}/timeline`, `/api/conversations/${asked.conversationId}/messages`])
    assert.ok(
      lists().some((list) => list.path === path && list.pages),
      path,
    )
  for (const { path, pages } of lists()) {
    const query = NEEDED[path] ?? ""
    const { status, body } = await shop.inside.api(`${path}?${query}limit=200`, { token: admin })
    if (PERSONAL.has(path)) continue
    assert.equal(status, 200, path)
    assert.deepEqual([Array.isArray(body.items), body.next === null || typeof body.next === "string"], [true, true], path)
    if (!pages) continue
    for (const wrong of ["limit=201", "limit=0", "limit=many", "cursor=nonsense"]) {
      const refused = await shop.inside.api(`${path}?${query}${wrong}`, { token: admin })
      assert.equal(refused.status, 422, `${path}?${wrong} ${JSON.stringify(refused.body).slice(0, 200)}`)
    }
  }
})

test("pages follow each other without a gap or a repetition", async () => {
  for (let i = 0; i < 5; i++)
    await shop.receive({ from: `client${i}@diallo.example`, to: shop.address, subject: `Question ${i}`, text: "Bonjour" })
  for (let i = 0; i < 5; i++) await shop.answer(asked.conversationId, `Réponse ${i}`, { sendAt: "2027-03-01T09:00:00Z" })
  for (let i = 0; i < 3; i++) await shop.ask(`/api/conversations/${asked.conversationId}/notes`, { body: { text: `Note ${i}` } })
  await sql`update messages set message_id = '<copies@diallo.example>' where from_address like '%@diallo.example'`.execute(
    shop.inside.db.read.sql,
  )
  for (const path of [
    "/api/cases?sort=newest",
    "/api/cases?view=waiting",
    "/api/contacts?",
    "/api/search?q=bonjour",
    "/api/audit?",
    `/api/conversations/${asked.conversationId}/messages?`,
    "/api/messages?messageId=%3Ccopies@diallo.example%3E",
    "/api/outbox?",
  ]) {
    const whole: string[] = (await shop.ask(`${path}&limit=200`, { token: admin })).items.map((item: Json) => item.id ?? item.seq)
    const walked: string[] = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: Json = await shop.ask(`${path}&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`, { token: admin })
      assert.ok(page.items.length <= 2)
      walked.push(...page.items.map((item: Json) => item.id ?? item.seq))
      cursor = page.next
    }
    assert.ok(whole.length > 4, path)
    assert.deepEqual(walked, whole, path)
  }
  const { items } = await shop.ask(`/api/cases/${asked.caseId}/timeline?limit=1`)
  assert.equal(items.length, 1)
})

test("refusals are problem documents in the reader's language", async () => {
  const observer = await shop.inside.token("observer")
  const asking: [number, string, Init][] = [
    [401, "/api/cases", { headers: { authorization: "Bearer vgt_no" } }],
    [
      403,
      "/api/contacts",
      { method: "POST", body: '{"name":"X"}', headers: { "content-type": "application/json", authorization: `Bearer ${observer}` } },
    ],
    [404, "/api/cases/999999", {}],
    [404, "/api/nothing-here", {}],
    [409, `/api/messages/${asked.id}/undo`, { method: "POST" }],
    [422, "/api/contacts", { method: "POST", body: '{"name":7}', headers: { "content-type": "application/json" } }],
    [422, "/api/contacts", { method: "POST", body: "{ no json", headers: { "content-type": "application/json" } }],
  ]
  for (const [status, path, init] of asking) {
    const said: Json[] = []
    for (const language of ["en-GB,en;q=0.9", "fr-FR,fr;q=0.9,en;q=0.1"]) {
      const answer = await raw(path, { ...init, headers: { ...init.headers, "accept-language": language } })
      assert.equal(answer.status, status, path)
      assert.match(answer.headers.get("content-type")!, /^application\/problem\+json/)
      const document: Json = await answer.json()
      assert.equal(document.status, status)
      for (const field of ["type", "title", "detail", "key"]) assert.ok(document[field], `${path} ${field}`)
      said.push(document)
    }
    assert.equal(said[0].key, said[1].key)
    assert.notEqual(said[0].detail, said[1].detail, `${path} is said in both languages: ${said[0].detail}`)
  }
})

test("an Idempotency-Key makes a POST safe to repeat", async () => {
  const posts: [string, object, object][] = [
    ["/api/contacts", { name: "Amadou Diallo" }, { name: "Somebody else" }],
    [`/api/conversations/${asked.conversationId}/notes`, { text: "Une note" }, { text: "Une autre" }],
    [`/api/conversations/${asked.conversationId}/replies`, { text: "Une réponse" }, { text: "Une autre" }],
    [`/api/cases/${asked.caseId}/decisions`, { text: "On rembourse" }, { text: "On ne rembourse pas" }],
  ]
  for (const [i, [path, body, other]] of posts.entries()) {
    const post = (what: object, key: string, token = shop.token) =>
      shop.inside.api(path, { token, body: what, headers: { "idempotency-key": key } })
    const first = await post(body, `key-${i}`)
    assert.ok(first.status < 300, JSON.stringify(first.body))
    assert.deepEqual(await post(body, `key-${i}`), first, `${path}: the same answer`)
    const reused = await post(other, `key-${i}`)
    assert.deepEqual([reused.status, reused.body.key], [422, "request.keyReused"], path)
    const again = await post(body, `another-${i}`)
    assert.notEqual(again.body.id, first.body.id, "another key is another request")
    const somebodyElse = await post(body, `key-${i}`, admin)
    assert.notEqual(somebodyElse.body.id, first.body.id, "keys are one's own")
  }
  const { items } = await shop.ask(`/api/conversations/${asked.conversationId}/messages`)
  assert.equal(items.filter(({ text }: Json) => text === "Une note").length, 3)
})

test("the same key ten times at once makes one thing", async () => {
  const post = () =>
    shop.inside.api("/api/contacts", { token: shop.token, body: { name: "Lina Okafor" }, headers: { "idempotency-key": "at-once" } })
  const answers = await Promise.all(Array.from({ length: 10 }, post))
  for (const { status } of answers) assert.ok([201, 409].includes(status), String(status))
  assert.equal(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size, 1)
  assert.equal((await shop.ask("/api/contacts?q=Lina")).items.length, 1)
})

test("health says how each part is, to anybody", async () => {
  const { status, body } = await shop.inside.api("/api/health")
  assert.equal(status, 200)
  assert.ok(["ok", "degraded"].includes(body.state))
  for (const part of ["database", "disk", "spool", "intake"]) assert.equal(body.parts[part]?.state, "ok", part)
})

test("health fails when the disk is too full to take mail", async () => {
  const full = await openInside({ env: { VIGIE_MIN_FREE_MB: "1000000" } })
  const { status, body } = await full.api("/api/health")
  assert.deepEqual([status, body.state, body.parts.disk.state], [503, "failing", "failing"])
})

test("metrics are for this machine itself, and not for those whom a web server on it lets in", async () => {
  const asked = (url: string, headers: Record<string, string> = {}) => shop.inside.house.app.request(url, { headers })
  assert.equal((await asked("http://127.0.0.1:4600/metrics")).status, 200)
  for (const name of ["x-forwarded-for", "forwarded", "x-real-ip", "via"])
    assert.equal((await asked("http://127.0.0.1:4600/metrics", { [name]: "203.0.113.7" })).status, 404, name)
  assert.equal((await asked("http://desk.example/metrics")).status, 404)
  assert.equal((await asked("http://desk.example/metrics", { authorization: `Bearer ${admin}` })).status, 200)
})

test("the API describes itself, with every stable address and how to sign in", async () => {
  assert.match(described.openapi, /^3\.1/)
  const stable = [
    "/api/cases",
    "/api/cases/{id}",
    "/api/cases/{id}/timeline",
    "/api/conversations/{id}/messages",
    "/api/messages",
    "/api/messages/{id}/original",
    "/api/contacts",
    "/api/contacts/{id}",
    "/api/search",
  ]
  for (const path of stable) assert.ok(described.paths[path]?.get, path)
  assert.ok(described.components.securitySchemes?.token, "the scheme that `security` names is described")
  assert.equal(described.components.securitySchemes.token.scheme, "bearer")
  assert.ok(described.paths["/api/health"] && described.paths["/api/feed"], "health and feed too")
})

test("search finds what was said", async () => {
  const { items } = await shop.ask("/api/search?q=pivoine")
  assert.ok(items.some(({ caseId }: Json) => caseId === asked.caseId))
})
