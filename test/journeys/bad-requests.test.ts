import assert from "node:assert/strict"
import { request } from "node:http"
import { before, test } from "node:test"
import { sql } from "kysely"
import type { Json } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

/* Requests that can't be served, and those that are made twice: each gets an answer that says what would be right. */
let shop: Shop
let asked: Json

before(async () => {
  shop = await Shop.open()
  asked = await shop.receive({
    from: "Camille Rousseau <camille@rousseau.example>",
    to: shop.address,
    subject: "Pivoines",
    text: "Bonjour, avez-vous des pivoines ?",
  })
})

const api = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  shop.inside.api(path, { token: shop.token, body, headers })

test("a NUL, which no text can hold, is refused beside its field", async () => {
  const conversation = `/api/conversations/${asked.conversationId}`
  const bodies: [string, object, string][] = [
    [`${conversation}/notes`, { text: "a\0b" }, "text"],
    [`${conversation}/replies`, { text: "a\0b" }, "text"],
    [`/api/cases/${asked.caseId}/decisions`, { text: "a\0b" }, "text"],
    ["/api/contacts", { name: "Lina\0" }, "name"],
  ]
  for (const [path, body, field] of bodies) {
    const { status, body: problem } = await api(path, body)
    assert.deepEqual([status, problem.fields], [422, [{ path: field, key: "field.nul", detail: problem.fields?.[0].detail }]], path)
  }
  for (const path of ["/api/search?q=%00", "/api/messages?messageId=%00", "/api/contacts?q=a%00"]) {
    const { status, body } = await api(path)
    assert.deepEqual([status, body.fields?.[0].key], [422, "field.nul"], path)
  }
  // Past every schema, inside a cursor: what no text can hold is left out of it.
  const cursor = Buffer.from(JSON.stringify(["a\0", asked.id])).toString("base64url")
  assert.equal((await api(`/api/teams?cursor=${cursor}`)).status, 200)
})

/** Sends so many bytes over a real connection, stated before or not; gives what was answered. */
function send(path: string, bytes: number, stated: boolean, type = "application/json"): Promise<{ status: number; body: Json }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${shop.token}`,
      "content-type": type,
      ...(stated ? { "content-length": bytes } : { "transfer-encoding": "chunked" }),
    }
    const asking = request({ host: "127.0.0.1", port: shop.inside.house.ports.http, path, method: "POST", headers }, (answer) => {
      let text = ""
      answer.setEncoding("utf8").on("data", (part) => (text += part))
      answer.on("end", () => resolve({ status: answer.statusCode!, body: JSON.parse(text) }))
    })
    asking.on("error", reject)
    const piece = Buffer.alloc(Math.min(bytes, 50_000), "x")
    const write = (left: number): void => {
      if (left <= 0) asking.end()
      else asking.write(piece.subarray(0, left), () => write(left - piece.length))
    }
    write(bytes)
  })
}

test("a body that is larger than fits is refused, whether it says so or not, before it is held in memory", async () => {
  const form = "multipart/form-data; boundary=x"
  const sent: [string, number, boolean, string?][] = [
    ["/api/sign-in/password", 150_000, true],
    ["/api/sign-in/password", 150_000, false],
    ["/api/contacts", 9_000_000, true],
    ["/api/contacts", 9_000_000, false],
    ["/api/uploads", 27_000_000, true, form],
  ]
  for (const [path, bytes, stated, type] of sent) {
    const answer = await send(path, bytes, stated, type).catch((error: NodeJS.ErrnoException) => error.code)
    // A server that answers while more is coming may close before the sender has read; it then has held nothing either.
    if (answer !== "EPIPE" && answer !== "ECONNRESET")
      assert.deepEqual(typeof answer === "object" && [answer.status, answer.body.key], [413, "request.tooLarge"], `${path} ${bytes}`)
  }
  const file = new FormData()
  file.append("file", new File([new Uint8Array(300_000)], "photo.png"))
  const kept = await fetch(`http://127.0.0.1:${shop.inside.house.ports.http}/api/uploads`, {
    method: "POST",
    headers: { authorization: `Bearer ${shop.token}`, "idempotency-key": "photo" },
    body: file,
  })
  assert.equal(kept.status, 201)
})

test("what the database forbids is answered as a thing of the moment, and written down with its code", async (t) => {
  const query = shop.inside.db.read.sql
  const told = t.mock.method(shop.inside.house.parts.log, "warn", () => {})
  await sql`create function forbid() returns trigger language plpgsql as $$ begin raise 'no' using errcode = '42501'; end $$`.execute(query)
  await sql`create trigger forbid before insert on contacts for each row execute function forbid()`.execute(query)
  const { status, body } = await api("/api/contacts", { name: "Nadia Weber" })
  await sql`drop trigger forbid on contacts`.execute(query)
  assert.deepEqual([status, body.key], [503, "request.unavailable"])
  const said = told.mock.calls.find(({ arguments: [event] }) => event === "http.unavailable")?.arguments[1]
  assert.deepEqual([said?.["route"], said?.["code"]], ["POST /api/contacts", "42501"])
})

const stored = (state: { status: number | null }) =>
  sql`update repeated_requests set status = ${state.status}, body = null where key = 'crash'`.execute(shop.inside.db.read.sql)
const named = async (name: string) => (await api(`/api/contacts?q=${encodeURIComponent(name)}`)).body.items.length

test("a refused request repeated under its key gets the same refusal; a secret is told once", async () => {
  const refused = () => api("/api/contacts", { name: 7 }, { "idempotency-key": "refused" })
  const first = await refused()
  assert.equal(first.status, 422)
  assert.deepEqual(await refused(), first)
  const admin = await shop.inside.token("admin")
  const made = () =>
    shop.inside.api("/api/tokens", { token: admin, body: { name: "Import", role: "agent" }, headers: { "idempotency-key": "secret" } })
  assert.equal((await made()).status, 201)
  const again = await made()
  assert.deepEqual([again.status, again.body.key], [409, "request.toldOnce"])
})

test("an answer without a body is given again as it was", async () => {
  const follow = () => api(`/api/cases/${asked.caseId}/decisions`, { text: "On livre demain" }, { "idempotency-key": "none" })
  const first = await follow()
  assert.deepEqual(await follow(), first)
})

test("a crash between the work and its answer neither repeats the work nor blocks the key", async () => {
  const create = () => api("/api/contacts", { name: "Rose Diallo" }, { "idempotency-key": "crash" })
  const query = shop.inside.db.read.sql
  // The answer can't be kept: as when the process ends after the commit.
  await sql`create function no_answer() returns trigger language plpgsql as $$ begin raise 'gone'; end $$`.execute(query)
  await sql`create trigger no_answer before update on repeated_requests for each row when (new.status > 0) execute function no_answer()`.execute(
    query,
  )
  assert.equal((await create()).status, 201)
  await sql`drop trigger no_answer on repeated_requests`.execute(query)
  const lost = await create()
  assert.deepEqual([lost.status, lost.body.key], [409, "request.answerLost"])
  assert.equal(await named("Rose Diallo"), 1)
  // The process ended before the commit.
  await stored({ status: null })
  assert.equal((await create()).status, 201)
  assert.equal(await named("Rose Diallo"), 2)
})
