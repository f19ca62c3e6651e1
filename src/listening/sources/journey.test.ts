import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { after, before, test } from "node:test"
import { type RunningHouse, startHouse, tokenFor, until } from "../../../test/support/house.ts"
import { Served } from "./served.fixture.ts"

const item = (n: number, text: string) => `<item><guid>${n}</guid><title>${text}</title><link>https://press.example/${n}</link></item>`

let site: Served
let hub: Served
let house: RunningHouse
let token: string
let items = item(1, "Zenith lost three hundred parcels")
before(async () => {
  hub = await new Served(() => ({ status: 202 })).open()
  site = await new Served(({ path }) =>
    path === "/feed"
      ? {
          body: `<rss version="2.0"><channel><title>Press</title><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}/"/>${items}</channel></rss>`,
        }
      : { body: '<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>' },
  ).open()
  house = await startHouse({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
  token = await tokenFor(house, "lead")
})
after(() => Promise.all([site.close(), hub.close()]))

const call = (path: string, body?: unknown) => house.api(path, body === undefined ? { token } : { token, method: "POST", body })

test("a feed that a page names is heard by a watch, and what its hub pushes is heard without looking", async () => {
  const watch = await call("/api/watches", { name: "Zenith", query: "zenith" })
  assert.equal(watch.status, 201, JSON.stringify(watch.body))
  const kinds = await call("/api/sources/kinds")
  assert.ok(kinds.body.items.length >= 11)
  const source = await call("/api/sources", { kind: "feed", settings: { url: `${site.url}/` } })
  assert.equal(source.status, 201, JSON.stringify(source.body))
  const heard = async (title: string) => {
    const { body } = await call(`/api/watches/${watch.body.id}/mentions`)
    return body.items?.find((mention: { title: string | null }) => mention.title === title)
  }
  await until("the article", () => heard("Zenith lost three hundred parcels"))
  const form = new URLSearchParams((await until("the subscription", () => Promise.resolve(hub.asked[0]))).body.toString())
  const callback = new URL(form.get("hub.callback")!)
  const local = `${house.url}${callback.pathname}`
  const question = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": form.get("hub.topic")!,
    "hub.challenge": "c1",
    "hub.lease_seconds": "864000",
  })
  const confirmed = await fetch(`${local}?${question}`)
  assert.deepEqual([confirmed.status, await confirmed.text()], [200, "c1"])
  items = item(2, "Zenith finds the parcels") + items
  const looks = site.asked.length
  const body = `<rss version="2.0"><channel><title>Press</title>${items}</channel></rss>`
  const push = (secret: string) =>
    fetch(local, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/rss+xml",
        "x-hub-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      },
    })
  assert.equal((await push("guessed")).status, 403)
  assert.equal((await push(form.get("hub.secret")!)).status, 202)
  await until("what was pushed", () => heard("Zenith finds the parcels"))
  assert.equal(site.asked.length, looks)
  const trial = await call("/api/sources/try", { kind: "feed", settings: { url: "http://169.254.169.254/latest" } })
  assert.equal(trial.body.trouble?.code, "unreachable", JSON.stringify(trial.body))
})
