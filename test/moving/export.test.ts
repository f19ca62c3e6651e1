import assert from "node:assert/strict"
import { test } from "node:test"
import { parse } from "csv-parse/sync"
import { fileCases } from "#cases"
import { fileContacts } from "#contacts"
import { addToken, systemActor } from "#people"
import type { Json } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

const ARCHIVE = systemActor("archive")
const CARE = "bonjour@fleurs-rousseau.example"
const PRESS = "press@zephyr.example"

/** A shop with an inbox that one of its leads doesn't see, and what each gets when they take something out. One for all tests here. */
const shopWithPress = () => (opened ??= open())
let opened: ReturnType<typeof open> | null = null

async function open() {
  const shop = await Shop.open({ language: "en" })
  const { inside } = shop
  const pressId = await inside.inbox(PRESS)
  const care = (await shop.ask("/api/inboxes")).items.find(({ address }: Json) => address === CARE)
  const admin = await inside.token("admin")
  const narrow = await inside.db.transact((tx) => addToken(ARCHIVE, tx, { name: "Narrow", role: "lead", inboxes: [care.id] }))
  const take = async (path: string, token = shop.token): Promise<{ status: number; text: string; type: string; answer: Response }> => {
    const answer = await inside.house.app.request(path, { headers: { authorization: `Bearer ${token}` } })
    return { status: answer.status, text: await answer.text(), type: answer.headers.get("content-type") ?? "", answer }
  }
  return { shop, take, admin, narrow: narrow.token, careId: care.id as string, pressId }
}

const csv = (text: string, delimiter = ","): string[][] => parse(text, { bom: true, delimiter })
const objects = (text: string): Json[] => {
  assert.ok(text === "" || text.endsWith("\n"))
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test("only what one may see leaves, and the record says who took out what", async () => {
  const { shop, take, admin, narrow } = await shopWithPress()
  const ours = await shop.receive({ from: "Camille Rousseau <camille@rousseau.example>", to: CARE, subject: "Tulips", text: "Where?" })
  const theirs = await shop.receive({ from: "Zephyr Noir <noir@zephyr.example>", to: PRESS, subject: "Zephyr story", text: "A zephyr" })
  for (const path of ["cases.csv", "cases.jsonl", "cases.csv?view=waiting", "contacts.csv", "contacts.jsonl"]) {
    const wide = await take(`/api/exports/${path}`)
    assert.match(wide.text, /zephyr/i, `${path}: whoever sees everything takes everything`)
    const seen = await take(`/api/exports/${path}`, narrow)
    assert.equal(seen.status, 200)
    assert.match(seen.text, /Camille Rousseau/, path)
    assert.doesNotMatch(seen.text, /zephyr/i, `${path}: nothing of another inbox leaves`)
  }
  assert.equal((await take("/api/exports/messages.jsonl", narrow)).status, 403)
  assert.equal((await take(`/api/exports/cases/${theirs.caseId}`, narrow)).status, 404)
  assert.equal((await take(`/api/exports/cases/${ours.caseId}`, narrow)).status, 200)
  for (const role of ["agent", "observer"] as const)
    assert.equal((await take("/api/exports/cases.csv", await shop.inside.token(role))).status, 403, `${role}s take out one case, not all`)
  assert.equal(
    (await take("/api/exports/cases.csv?view=00000000-0000-7000-8000-00000000beef")).status,
    404,
    "a view that isn't there is told",
  )
  const { body } = await shop.inside.api("/api/audit?kind=export&limit=50", { token: admin })
  const taken = body.items.map(({ data }: Json) => [data.what, data.format].join())
  assert.deepEqual(
    [...new Set<string>(taken)].sort((a, b) => a.localeCompare(b)),
    ["case,html", "cases,csv", "cases,jsonl", "contacts,csv", "contacts,jsonl"],
  )
  assert.equal(taken.length, 11, "what was refused is not in it")
})

test("a spreadsheet calculates nothing of it; numbers, quotes, lines and accents are what they were", async () => {
  const { shop, take } = await shopWithPress()
  const hostile = ['=HYPERLINK("http://evil.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"]
  const names = [...hostile, "Çelik, “Zoé”", 'a "quoted" name', "two\nlines"]
  await shop.inside.db.transact((tx) =>
    fileContacts(
      ARCHIVE,
      tx,
      "names",
      names.map((name, n) => ({
        key: String(n),
        name,
        note: name,
        identities: [{ kind: "email" as const, network: "", value: `n${n}@names.example` }],
        createdAt: new Date("2026-05-01T00:00:00Z"),
      })),
    ),
  )
  await shop.receive({ from: "=cmd|'/C calc'!A0 <mallory@evil.example>", to: CARE, subject: "=1+1", text: "@SUM(1;2)" })
  for (const [path, delimiter] of [
    ["contacts.csv", ","],
    ["contacts.csv?delimiter=;&bom=false", ";"],
    ["cases.csv", ","],
  ] as const) {
    const { text, type, answer } = await take(`/api/exports/${path}`)
    assert.match(type, /^text\/csv; charset=utf-8/)
    assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; filename="\w+-2026-\d\d-\d\d\.csv"$/)
    const [heads, ...rows] = csv(text, delimiter)
    assert.ok(rows.length > 0 && rows.every((row) => row.length === heads!.length), path)
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠\t\r]/, `${path}: ${JSON.stringify(cell)}`)
  }
  const raw = await shop.inside.house.app.request("/api/exports/contacts.csv", { headers: { authorization: `Bearer ${shop.token}` } })
  assert.deepEqual([...new Uint8Array(await raw.arrayBuffer()).subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const { text } = await take("/api/exports/contacts.csv")
  const written = csv(text).map(([name]) => name)
  for (const name of names.slice(hostile.length)) assert.ok(written.includes(name), name)
  assert.ok(written.includes('\'=HYPERLINK("http://evil.example")'))
  const [head, ...cases] = csv((await take("/api/exports/cases.csv")).text)
  const row = cases.find(([, subject]) => subject!.includes("1+1"))
  assert.deepEqual([head![0], row?.[1], /^\d+$/.test(row?.[0] ?? "")], ["Number", "'=1+1", true])
})

test("thousands of cases come piece by piece, each once, while cases move", async () => {
  const { shop, take, careId } = await shopWithPress()
  const COUNT = 2_500
  const { cases: filed } = await shop.inside.db.transact((tx) =>
    fileCases(
      ARCHIVE,
      tx,
      "many",
      Array.from({ length: COUNT }, (_, n) => {
        const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000)
        const asked = { key: "1", at, direction: "in" as const, from: { name: "Malik", address: "malik@sow.example" }, contactId: null }
        const said = { ...asked, to: [{ name: "", address: CARE }], text: `Words of ${n}\nand a line more` }
        return {
          key: String(n),
          subject: `Many ${n}`,
          contactId: null,
          conversations: [{ key: "mail", inboxIds: [careId], subject: `Many ${n}`, messages: [said] }],
        }
      }),
    ),
  )
  const answer = await shop.inside.house.app.request("/api/exports/cases.jsonl", { headers: { authorization: `Bearer ${shop.token}` } })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ""
  let pieces = 0
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    text += value
    // The oldest, which is told last, becomes the newest meanwhile.
    if (++pieces === 1) {
      assert.ok(value.length < 200_000, `The first piece has ${value.length} letters`)
      const { conversationIds } = await shop.ask(`/api/cases/${filed.get("0")!.id}`)
      await shop.answer(conversationIds[0], "Here.", { to: [{ name: "", address: "malik@sow.example" }] })
    }
  }
  const cases = objects(text).filter(({ subject }) => /^Many \d/.test(subject))
  assert.ok(pieces > 10, `It came in ${pieces} pieces`)
  assert.deepEqual([cases.length, new Set(cases.map(({ id }) => id)).size], [COUNT, COUNT])
  const said = objects((await take("/api/exports/messages.jsonl")).text)
  assert.equal(said.filter(({ text: words }) => /^Words of \d+\nand a line more$/.test(words)).length, COUNT)
  assert.equal(csv((await take("/api/exports/cases.csv")).text).filter(([, subject]) => /^Many \d/.test(subject!)).length, COUNT)
})

test("a case as a page: it stands alone, runs nothing, and holds notes only when that was chosen", async () => {
  const { shop, take } = await shopWithPress()
  const evil = `</pre><script>alert(1)</script><img src=x onerror=alert(1)>`
  const message = await shop.receive({
    from: `"<b>Mallory</b> &amp;" <mallory@evil.example>`,
    envelopeFrom: "mallory@evil.example",
    to: CARE,
    subject: `</title><script src="https://evil.example/x.js"></script>`,
    text: `Bonjour,\n\n  ${evil}\n  indented`,
  })
  await shop.aMinuteLater()
  await shop.ask(`/api/conversations/${message.conversationId}/notes`, { body: { text: `He <i>lies</i>: ${evil}` } })
  await shop.ask(`/api/conversations/${message.conversationId}/replies`, { body: { text: "We look into it." } })
  await shop.aMinuteLater()
  const { number, contactId } = await shop.ask(`/api/cases/${message.caseId}`)
  await shop.ask(`/api/contacts/${contactId}/facts`, {
    body: {
      kind: "delivery",
      state: "delivered",
      reference: "6A 2041",
      text: "Rue du Port",
      source: "Carrier",
      key: "6A",
      occurredAt: shop.inside.clock.now(),
    },
  })
  const other = await shop.receive({ from: "Rosa Lind <rosa@lind.example>", to: CARE, subject: "The same van", text: "Mine is late, too." })
  await shop.aMinuteLater()
  await shop.ask(`/api/cases/${number}/links`, { body: { caseId: other.caseId, kind: "related" } })
  const bare = await take(`/api/exports/cases/${number}`)
  assert.match(bare.type, /^text\/html/)
  assert.equal(bare.answer.headers.get("content-disposition"), `attachment; filename="case-${number}.html"`)
  assert.match(bare.answer.headers.get("content-security-policy") ?? "", /default-src 'none'.*sandbox/)
  assert.match(bare.text, /We look into it\./)
  assert.doesNotMatch(bare.text, /He &lt;i&gt;lies/, "notes stay in the house")
  const full = await take(`/api/exports/cases/${number}?notes=true`)
  assert.match(full.text, /He &lt;i&gt;lies&lt;\/i&gt;/)
  for (const { text } of [bare, full]) {
    assert.match(text, /^<!doctype html>\s*<html lang="en">/)
    assert.doesNotMatch(text, /<(script|img|iframe|link|object|b|i)\b/i, "nothing of what was said is markup")
    for (const [tag] of text.matchAll(/<[a-z][^>]*>/gi)) assert.doesNotMatch(tag, /\s(src|href|on\w+|style)\s*=/i, "it fetches nothing")
    assert.match(text, /<pre>Bonjour,\n\n {2}&lt;\/pre&gt;&lt;script&gt;alert\(1\)/, "words are shown as they were written")
  }
  assert.ok(full.text.indexOf("Bonjour,") < full.text.indexOf("We look into it."), "the first word first")
  const french = await shop.inside.house.app.request(`/api/exports/cases/${number}`, {
    headers: { authorization: `Bearer ${shop.token}`, "accept-language": "fr" },
  })
  const page = await french.text()
  assert.match(page, /<html lang="fr">[\s\S]*colis livré · 6A 2041 · Rue du Port/)
  assert.match(page, new RegExp(` a lié les dossiers ${number} et \\d+`), "what happened around the words is a sentence, too")
})
