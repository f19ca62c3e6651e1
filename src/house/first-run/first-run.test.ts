import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Dovecot, dovecotInstalled } from "../../../test/support/dovecot.ts"
import { closeAfterwards } from "../../../test/support/database.ts"
import type { Json } from "../../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../../test/support/inside.ts"

/** What the DNS of the test says: "NAME TYPE" to its answers. */
const records = new Map<string, unknown>()
const resolver = async (name: string, type: string): Promise<string[]> => {
  const found = records.get(`${name} ${type}`)
  if (found === "silence") throw Object.assign(new Error("timeout"), { code: "ETIMEOUT" })
  if (!found) throw Object.assign(new Error("nothing"), { code: "ENODATA" })
  return found as string[]
}

let inside: InsideHouse
let token: string
let inboxId: string
before(async () => {
  inside = await openInside({ resolver, env: { VIGIE_URL: "https://vigie.lilas.example", VIGIE_ALLOW_PRIVATE: "127.0.0.0/8,localhost" } })
  token = await inside.token("admin")
  inboxId = await inside.inbox("care@lilas.example")
})

const ask = async (path: string, body?: unknown, method?: string): Promise<Json> => {
  const answer = await inside.api(path, { token, ...(body === undefined ? {} : { body }), ...(method ? { method } : {}) })
  assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const check = async (): Promise<Map<string, Json>> =>
  new Map((await ask(`/api/inboxes/${inboxId}/dns-check`, {})).records.map((record: Json) => [record.wanted, record]))

test("records that aren't there are named, with what to copy", async () => {
  const found = await check()
  assert.deepEqual(
    [...found.values()].map(({ state }) => state),
    ["missing", "missing", "missing", "missing"],
  )
  assert.equal(found.get("mx").value, "10 vigie.lilas.example.")
  assert.match(found.get("dkim").name, /^vigie\d+r\._domainkey\.lilas\.example$/)
  assert.match(found.get("spf").why, /no SPF record/)
})

test("right records are right", async () => {
  const dkim = (await check()).get("dkim")
  records.set("lilas.example MX", [{ exchange: "Vigie.Lilas.Example.", priority: 10 }])
  records.set("lilas.example TXT", [["google-site-verification=1"], ["v=spf1 a:vigie.lilas.example ", "mx ~all"]])
  records.set(`${dkim.name} TXT`, [[dkim.value.slice(0, 100), dkim.value.slice(100)]])
  records.set("_dmarc.lilas.example TXT", [["v=DMARC1; p=quarantine; rua=mailto:d@lilas.example"]])
  assert.deepEqual(
    [...(await check()).values()].map(({ state }) => state),
    ["right", "right", "right", "right"],
  )
})

test("what is wrong with a record is said in plain words", async () => {
  const dkim = (await check()).get("dkim")
  records.set("lilas.example MX", [{ exchange: "mx.provider.example", priority: 5 }])
  records.set("lilas.example TXT", [["v=spf1 mx ~all"], ["v=spf1 a ~all"]])
  records.set(`${dkim.name} TXT`, [["v=DKIM1; p="]])
  records.set("_dmarc.lilas.example TXT", [["v=DMARC1; rua=mailto:d@lilas.example"]])
  const found = await check()
  assert.match(found.get("mx").why, /goes to another server/)
  assert.deepEqual(found.get("mx").found, ["5 mx.provider.example."])
  assert.match(found.get("spf").why, /two SPF records/)
  assert.match(found.get("dkim").why, /revoked/)
  assert.match(found.get("dmarc").why, /no policy/)
  records.set("lilas.example TXT", [["v=spf1 +all"]])
  records.set("lilas.example MX", [{ exchange: "", priority: 0 }])
  records.set("_dmarc.lilas.example TXT", "silence")
  const worse = await check()
  assert.match(worse.get("spf").why, /everybody send/)
  assert.match(worse.get("mx").why, /takes no mail at all/)
  assert.equal(worse.get("dmarc").state, "unknown", "silence says nothing of the record")
})

test("a mailbox is tried before it is kept, and what fails is explained", { skip: !(await dovecotInstalled()) }, async () => {
  const dovecot = await Dovecot.open()
  closeAfterwards(() => dovecot.stop())
  const access = { host: "127.0.0.1", port: dovecot.port, security: "none", username: "care", password: "secret" }
  const good = await ask("/api/mailboxes/try", access)
  assert.deepEqual([good.ok, good.mails, good.problem], [true, 0, null])
  assert.ok(good.folders.includes("INBOX"))
  const tried = async (change: object) => (await ask("/api/mailboxes/try", { ...access, ...change })).problem as string
  assert.match(await tried({ password: "wrong" }), /password/i)
  assert.match(await tried({ port: 1 }), /not on port 1/)
  assert.match(await tried({ port: dovecot.tlsPort, security: "tls" }), /certificate/i)
  assert.match(await tried({ security: "tls" }), /TLS/)
  assert.match(await tried({ host: "no-such-host.invalid" }), /No server named/)
  const { items } = await ask("/api/mailboxes")
  assert.deepEqual(items, [], "nothing was kept")
  const observer = await inside.token("lead")
  assert.equal((await inside.api("/api/mailboxes/try", { token: observer, body: access })).status, 403)
})

test("steps are done by what is there, left out on purpose, and taken up again", async () => {
  const states = async () => Object.fromEntries((await ask("/api/start")).steps.map(({ step, state }: Json) => [step, state]))
  assert.deepEqual(await states(), { company: "open", inbox: "done", agents: "open", hours: "open", case: "open" })
  await ask("/api/company", { name: "Lilas", timeZone: "Europe/Paris" }, "PATCH")
  await ask("/api/start", { skipped: ["agents", "hours"] }, "PATCH")
  assert.deepEqual(await states(), { company: "done", inbox: "done", agents: "skipped", hours: "skipped", case: "open" })
  await inside.agent("lea@lilas.example", "Léa")
  await inside.agent("samir@lilas.example", "Samir")
  assert.equal((await states())["agents"], "done", "done elsewhere is done")
  await ask("/api/start", { skipped: [] }, "PATCH")
  assert.equal((await states())["hours"], "open")
  assert.equal((await ask("/api/start")).finished, false)
  await ask("/api/start", { finished: true }, "PATCH")
  assert.equal((await ask("/api/start")).finished, true)
})

test("the company's picture is a picture, and no larger than it may be", async () => {
  const put = (data: string | null) => inside.api("/api/company/logo", { token, method: "PUT", body: { data } })
  const png = Buffer.from("\x89PNG\r\n\x1a\n and more", "latin1")
  assert.equal((await put(png.toString("base64"))).status, 200)
  const shown = await inside.house.app.request("/company/logo")
  assert.equal(shown.headers.get("content-type"), "image/png")
  assert.deepEqual(Buffer.from(await shown.arrayBuffer()), png)
  assert.equal((await put(Buffer.from("<svg onload=alert(1)>").toString("base64"))).status, 422)
  assert.equal((await put(Buffer.alloc(300_000).toString("base64"))).status, 422)
  assert.equal((await put(null)).body.logo, null)
})

test("signing in by mail isn't offered while no inbox could send it", async () => {
  const relayed = await openInside({ env: { VIGIE_RELAY: "smtp://127.0.0.1:1" } })
  const ways = async () => (await relayed.api("/api/sign-in/ways")).body.link as boolean
  assert.equal(await ways(), false)
  await relayed.inbox("care@lilas.example")
  assert.equal(await ways(), true)
})
