import assert from "node:assert/strict"
import { after, before, beforeEach, test } from "node:test"
import { type Answered, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type Reading, SourceTrouble } from "../source.ts"
import { page } from "./page.ts"

let site: Served
let here: Grounded
let robots: Answered
let html: Answered
before(async () => {
  site = await new Served(({ path }) => (path === "/robots.txt" ? robots : html)).open()
})
after(() => Promise.all([site.close(), here.close()]))
beforeEach(async () => {
  await here?.close()
  here = groundAt("2026-11-22T10:00:00Z")
  site.asked.length = 0
  robots = { status: 404 }
})
const show = (body: string, headers: Record<string, string> = {}) =>
  (html = { headers: { "content-type": "text/html; charset=utf-8", ...headers }, body })
const look = (cursor: Reading["cursor"] = null) => page.read!(here.ground, sourceOf({ url: `${site.url}/terms`, every: 60 }, cursor))
const refusal = async () => {
  const error = await look().catch((thrown: unknown) => thrown)
  assert.ok(error instanceof SourceTrouble, String(error))
  return [error.code, error.remark?.key]
}

test("what changes is told in the page's own lines; counters, navigation and what only moved aren't changes", async () => {
  const shown = (lines: string[], seen: number) =>
    show(
      `<html lang=fr><title>Conditions</title><nav>Accueil ${seen}</nav><main>${lines.map((line) => `<p>${line}</p>`).join("")}<p>Vu ${seen} fois</p></main>`,
    )
  shown(["Livraison gratuite", "Retour sous 30 jours"], 1)
  const first = await look()
  assert.deepEqual(
    [first.heard[0]?.title, first.heard[0]?.language, first.heard[0]?.text],
    ["Conditions", "fr", "Livraison gratuite\nRetour sous 30 jours\nVu 1 fois"],
  )
  shown(["Retour sous 30 jours", "Livraison gratuite"], 2)
  const second = await look(first.cursor)
  assert.deepEqual(second.heard, [])
  shown(["Livraison payante", "Retour sous 14 jours à vos frais"], 3)
  const third = await look(second.cursor)
  assert.equal(third.heard[0]?.text, "Livraison payante\nRetour sous 14 jours à vos frais\n− Retour sous 30 jours\n− Livraison gratuite")
  assert.equal(third.next?.toISOString(), "2026-11-22T11:00:00.000Z")
})

test("a number that says something is told; what counts or clocks by itself isn't, and one that never rests is found out", async () => {
  let cursor: Reading["cursor"] = null
  const told = async (...lines: string[]) => {
    here.clock.advance(3_600_000)
    show(`<main>${lines.map((line) => `<p>${line}</p>`).join("")}</main>`)
    const reading = await look(cursor)
    cursor = reading.cursor
    return reading.heard.map(({ text }) => text)
  }
  const stamp = (hour: number) => [`Mis à jour le lundi 23 novembre 2026 à ${hour}:05`, `il y a ${hour} minutes`, `Commentaires (${hour})`]
  await told("Retour sous 30 jours", "49,90 € par mois", "1 024 vues", ...stamp(8))
  assert.deepEqual(await told("Retour sous 10 jours", "49,90 € par mois", "1 312 vues", ...stamp(9)), [
    "Retour sous 10 jours\n− Retour sous 30 jours",
  ])
  assert.deepEqual(await told("Retour sous 10 jours", "59,90 € par mois", "1 313 vues", ...stamp(10)), [
    "59,90 € par mois\n− 49,90 € par mois",
  ])
  const changes: number[] = []
  for (let n = 1; n <= 6; n++) changes.push((await told("Retour sous 10 jours", `Jauge ${n * 7}`)).length)
  assert.deepEqual(changes, [1, 1, 1, 0, 0, 0], "it was new, moved twice, and is known to move")
  assert.deepEqual(await told("Retour sous 14 jours", "Jauge 50"), ["Retour sous 14 jours\n− Retour sous 10 jours"])
})

test("a page that says again what it once said says it anew", async () => {
  const keys = new Set<string>()
  let cursor: Reading["cursor"] = null
  for (const state of ["Tout fonctionne", "Panne en cours", "Tout fonctionne", "Panne en cours"]) {
    here.clock.advance(3_600_000)
    show(`<p>${state}</p>`)
    const { heard, cursor: then } = await look(cursor)
    cursor = then
    assert.match(heard[0]!.text, new RegExp(`^${state}`))
    keys.add(heard[0]!.key)
  }
  assert.equal(keys.size, 4)
  assert.deepEqual(
    (await look(null)).heard.map(({ key }) => keys.has(key)),
    [false],
    "looked at anew",
  )
  assert.equal((await look(null)).heard[0]!.key, (await look(null)).heard[0]!.key)
})

test("a page is read as its site's rules say (RFC 9309)", async () => {
  show("<p>Words</p>")
  robots = { body: "User-agent: *\nDisallow: /terms" }
  assert.deepEqual(await refusal(), ["unreadable", "listening.remark.robots"])
  assert.deepEqual(
    site.asked.map(({ path }) => path),
    ["/robots.txt"],
    "the page itself isn't asked for",
  )
  robots = { body: "User-agent: *\nDisallow: /\n\nUser-agent: Vigie\nAllow: /terms\nCrawl-delay: 7200" }
  const { heard, next, cursor } = await look()
  assert.deepEqual([heard.length, next?.toISOString()], [1, "2026-11-22T12:00:00.000Z"])
  await look(cursor)
  assert.equal(site.asked.filter(({ path }) => path === "/robots.txt").length, 2, "they are kept for a day")
  robots = { status: 503 }
  assert.deepEqual(await refusal(), ["unreachable", "listening.remark.robotsDown"])
})

test("where a page leads to is read as the rules there say, on its own site and on another", async (t) => {
  const other = await new Served(({ path }) =>
    path === "/robots.txt" ? { body: "User-agent: *\nDisallow: /private" } : { body: "<p>There</p>" },
  ).open()
  t.after(() => other.close())
  const leadTo = (location: string) => (html = { status: 302, headers: { location } })
  const elsewhere = (path: string) => other.url + path
  leadTo(elsewhere("/open"))
  assert.equal((await look()).heard[0]?.text, "There")
  leadTo(elsewhere("/private/terms"))
  assert.deepEqual(await refusal(), ["unreadable", "listening.remark.robots"])
  assert.ok(!other.asked.some(({ path }) => path.startsWith("/private")), "it isn't asked for")
  robots = { body: "User-agent: *\nDisallow: /private" }
  leadTo("/private/terms")
  assert.deepEqual(await refusal(), ["unreadable", "listening.remark.robots"])
  assert.ok(!site.asked.some(({ path }) => path.startsWith("/private")))
})

test("a page that didn't change isn't sent again; what is no page says so; a hostile one costs nothing", async () => {
  show("<p>Words</p>", { etag: '"1"' })
  const first = await look()
  html = { status: 304 }
  assert.deepEqual((await look(first.cursor)).heard, [])
  assert.equal(site.asked.at(-1)?.headers["if-none-match"], '"1"')
  html = { headers: { "content-type": "application/pdf" }, body: "%PDF" }
  assert.deepEqual(await refusal(), ["unreadable", "listening.remark.notAPage"])
  for (const bomb of ["<nav>", "<main>", "<div>", '<a title="', "<!--", "<title>"]) {
    show(`<p>Words</p>${bomb.repeat(200_000)}`)
    const { user } = process.cpuUsage()
    await look()
    const spent = (process.cpuUsage().user - user) / 1000
    assert.ok(spent < 2_500, `${bomb}: ${spent} ms`)
  }
})
