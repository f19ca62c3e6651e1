// Longer than most, because one house is opened for all of it: opening costs more than any of these imports.
import assert from "node:assert/strict"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { closeAfterwards } from "../support/database.ts"
import { type Json, type RunningHouse, startHouse, tokenFor, until } from "../support/house.ts"
import { fromLine, mailText, mboxrd, type OldMail } from "./archive.ts"

interface Desk {
  house: RunningHouse
  token: string
  inboxId: string
}

let opened: Promise<Desk> | null = null

/** One house for all tests of this file: each brings in people and cases of its own. */
function desk(): Promise<Desk> {
  opened ??= (async () => {
    const house = await startHouse()
    const added = await house.vigie("inbox", "add", "--address", "care@shop.example")
    assert.equal(added.code, 0, added.err)
    const token = await tokenFor(house, "admin")
    const { body } = await house.api("/api/inboxes", { token })
    return { house, token, inboxId: body.items[0].id }
  })()
  return opened
}

const ask = async ({ house, token }: Desk, path: string, body?: unknown, method?: string): Promise<Json> => {
  const answer = await house.api(path, { token, ...(body === undefined ? {} : { body }), ...(method ? { method } : {}) })
  assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

async function upload({ house, token }: Desk, id: string, name: string, bytes: string | Buffer): Promise<Json> {
  const answer = await fetch(new URL(`/api/imports/${id}/file?name=${encodeURIComponent(name)}`, house.url), {
    method: "PUT",
    headers: { authorization: `Bearer ${token}` },
    body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
  })
  return { status: answer.status, body: await answer.json() }
}

async function ended(on: Desk, id: string): Promise<Json> {
  return until("the import ends", async () => {
    const now = await ask(on, `/api/imports/${id}`)
    return ["done", "failed", "stopped"].includes(now.state) ? now : null
  })
}

async function bringIn(on: Desk, kind: string, files: Readonly<Record<string, string | Buffer>>, settings: object): Promise<Json> {
  const { id } = await ask(on, "/api/imports", { kind, name: kind })
  for (const [name, bytes] of Object.entries(files)) assert.equal((await upload(on, id, name, bytes)).status, 200)
  await ask(on, `/api/imports/${id}/start`, { settings }, "POST")
  return ended(on, id)
}

const skipsOf = async (on: Desk, id: string) =>
  (await ask(on, `/api/imports/${id}/skipped`)).items.map(({ reason, item }: Json) => [reason, item])

const messageCalled = async (on: Desk, id: string): Promise<Json> =>
  (await ask(on, `/api/messages?messageId=${encodeURIComponent(`<${id}>`)}`)).items[0]

const old = (mail: Partial<OldMail> & Pick<OldMail, "id">): OldMail => ({
  from: "Malik Sow <malik@sow.example>",
  to: "care@shop.example",
  subject: "Vase",
  at: "2024-03-01T09:00:00Z",
  text: "Hello",
  ...mail,
})

test("an mbox comes in as cases: both directions, threads, dates, bytes; a second time nothing is doubled", async () => {
  const on = await desk()
  const received = [
    old({ id: "v1@sow.example", text: "From the vase only shards are left.\nFrom here on I wait." }),
    old({ id: "v3@sow.example", at: "2024-03-03T09:00:00Z", answers: "v2@shop.example", text: "Thank you!" }),
    old({ id: "w1@petit.example", from: "Zoé Petit <zoe@petit.example>", subject: "Hours", at: "2024-02-01T09:00:00Z" }),
  ]
  const sent = [
    old({
      id: "v2@shop.example",
      from: "Shop <care@shop.example>",
      to: "malik@sow.example",
      subject: "Re: Vase",
      at: "2024-03-02T09:00:00Z",
      answers: "v1@sow.example",
      text: "A new one is on its way.",
    }),
  ]
  const files = { "Inbox.mbox": mboxrd(received), "Sent.mbox": mboxrd(sent) }
  const run = await bringIn(on, "mbox", files, { inboxId: on.inboxId })
  assert.deepEqual([run.state, run.done, run.total, run.skipped, run.counts], ["done", 4, 4, 0, { cases: 2, messages: 4, contacts: 2 }])
  const [first, answer, thanks] = await Promise.all(
    ["v1@sow.example", "v2@shop.example", "v3@sow.example"].map((id) => messageCalled(on, id)),
  )
  assert.deepEqual(
    [first, answer, thanks].map(({ direction, receivedAt, caseId }) => [direction, receivedAt.slice(0, 10), caseId === first.caseId]),
    [
      ["in", "2024-03-01", true],
      ["out", "2024-03-02", true],
      ["in", "2024-03-03", true],
    ],
  )
  const original = await on.house.api(`/api/messages/${first.id}/original`, { token: on.token })
  assert.equal(original.body, mailText(received[0]!), "the bytes are those before masking")
  const filed = await ask(on, `/api/cases/${first.caseId}`)
  assert.deepEqual([filed.status.category, filed.waitingSince], ["resolved", null])
  assert.equal((await ask(on, "/api/outbox")).items.length, 0)
  const again = await bringIn(on, "mbox", files, { inboxId: on.inboxId })
  assert.deepEqual([again.done, again.skipped, again.counts], [4, 4, {}])
  assert.deepEqual((await skipsOf(on, again.id))[0][0], "already-here")
  const table = await on.house.api(`/api/imports/${again.id}/skipped.csv`, { token: on.token })
  assert.match(table.body, /"Already here"/)
})

test("every kind of mbox: masked or not, lengths told, CRLF, sentences that begin with From", async () => {
  const on = await desk()
  const bare = mailText(
    old({ id: "cl2@sow.example", text: "Look:\n\nFrom MAILER-DAEMON Mon Jan  1 00:00:00 2024\nSubject: not a mail\n\nend" }),
  )
  const [head, body] = [bare.slice(0, bare.indexOf("\n\n")), bare.slice(bare.indexOf("\n\n") + 2)]
  const told = `${head}\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`
  const crlf = mailText(old({ id: "crlf@sow.example", subject: "CRLF" })).replaceAll("\n", "\r\n")
  const sentence = mailText(old({ id: "say@sow.example", text: "Hi\n\nFrom Monday on: closed.\n\n>From the archive, masked once\n" }))
  const archive = [
    `${fromLine("2024-01-01T00:00:00Z")}${told}\n`,
    `From - Tue Jan 02 08:00:00 2024\r\n${crlf}\r\n`,
    `From 1785@xxx Wed Jan 03 08:00:00 +0000 2024\n${sentence}\n`,
    `${fromLine("2024-01-04T00:00:00Z")}${mailText(old({ id: "last@sow.example", subject: "Last" })).trimEnd()}`,
  ].join("")
  const run = await bringIn(on, "mbox", { "all.mbox": archive }, { inboxId: on.inboxId, finish: "as-they-were" })
  assert.deepEqual([run.state, run.done, run.skipped], ["done", 4, 0])
  const originalOf = async (id: string) => {
    const message = await messageCalled(on, id)
    return (await on.house.api(`/api/messages/${message.id}/original`, { token: on.token })).body as string
  }
  assert.equal(await originalOf("cl2@sow.example"), told)
  assert.equal(await originalOf("crlf@sow.example"), crlf)
  assert.equal(await originalOf("say@sow.example"), sentence.replace(">From the archive", "From the archive"))
  const open = await ask(on, `/api/cases/${(await messageCalled(on, "last@sow.example")).caseId}`)
  assert.deepEqual([open.status.category, open.waitingSince?.slice(0, 10)], ["new", "2024-03-01"])
  const nothing = await bringIn(on, "mbox", { "letter.txt": "Dear all, this is no archive." }, { inboxId: on.inboxId })
  assert.deepEqual([nothing.state, /No mail was found/.test(nothing.problem)], ["failed", true])
})

test("a Maildir from the command line; killed in the middle, it goes on: nothing twice, nothing lost", async () => {
  const on = await desk()
  const folder = await mkdtemp(join(tmpdir(), "vigie-maildir-"))
  closeAfterwards(() => rm(folder, { recursive: true, force: true }))
  const COUNT = 700
  for (const name of ["cur", "new", "tmp", ".Sent/cur"]) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, "tmp", "1"), "half")
  for (let n = 0; n < COUNT; n++) {
    const at = new Date(Date.UTC(2023, 0, 1) + n * 3_600_000).toISOString()
    const mail =
      n % 7 === 6
        ? { from: "care@shop.example", to: `p${n - 1}@people.example`, answers: `m${n - 1}@people.example` }
        : { from: `p${n}@people.example` }
    const place = n % 7 === 6 ? ".Sent/cur" : n % 2 ? "new" : "cur"
    await writeFile(
      join(folder, place, `${n}.host:2,S`),
      mailText(old({ id: `m${n}@people.example`, subject: `Question ${n}`, at, text: `Words of ${n}`, ...mail })),
    )
  }
  const running = on.house.vigie("import", "maildir", folder, "--inbox", "care@shop.example")
  const id = await until(
    "the run files",
    async () => {
      const { items } = await ask(on, "/api/imports")
      return items[0]?.kind === "maildir" && items[0].phase === "filing" && items[0].done > 0 ? items[0].id : null
    },
    60_000,
  )
  const stopped = await ask(on, `/api/imports/${id}/stop`, {}, "POST").catch(() => null)
  const first = await running
  const before = await ask(on, `/api/imports/${id}`)
  if (stopped) assert.deepEqual([first.code, before.state, before.done < COUNT], [1, "stopped", true], first.err)
  if (before.state !== "done") {
    const second = await on.house.vigie("import", "--continue", id)
    assert.equal(second.code, 0, second.err + second.out)
  }
  const done = await ask(on, `/api/imports/${id}`)
  assert.deepEqual([done.state, done.done, done.skipped, done.counts.messages, done.counts.cases], ["done", COUNT, 0, COUNT, 600])
  const sent = await messageCalled(on, "m6@people.example")
  assert.equal(sent.caseId, (await messageCalled(on, "m5@people.example")).caseId)
})

test("contacts: read as they are written, shown before they come in, hostile cells disarmed, rows told of", async () => {
  const on = await desk()
  await ask(on, "/api/contacts", { name: "Nour H.", identities: [{ kind: "email", network: "", value: "nour@haddad.example" }] })
  const { id } = await ask(on, "/api/imports", { kind: "contacts", name: "Clients" })
  const rows = [
    "Prénom;Nom;E-mail;Téléphone;Société;N° client",
    "Hélène;Çelik;helene@celik.example;+33 6 12 34 56 78;Çelik & Fils;C-1",
    'Ana;"=HYPERLINK(""http://evil.example"")";ana@evil.example;;"+CMD";C-2',
    "Nour;Haddad;nour@haddad.example;pas un numéro;;",
    ";;;;;",
    "Bo;;not-an-address;;;",
    'Broken;"quote;x@y.example;;;',
  ]
  const { status } = await upload(on, id, "clients.csv", Buffer.from(rows.join("\r\n"), "latin1"))
  assert.equal(status, 200)
  const preview = await ask(on, `/api/imports/${id}/preview`, {}, "POST")
  assert.deepEqual([preview.encoding, preview.delimiter, preview.header], ["windows-1252", ";", true])
  assert.deepEqual(
    preview.columns.map(({ means }: Json) => means),
    ["first-name", "last-name", "email", "phone", "organisation", "reference"],
  )
  const nour = preview.rows.find(({ name }: Json) => name === "Nour Haddad")
  assert.equal(nour.meets.name, "Nour H.", "whom an address is already is said")
  assert.deepEqual(
    nour.problems.map(({ reason }: Json) => reason),
    ["bad-phone"],
  )
  await ask(on, `/api/imports/${id}/start`, { settings: { columns: preview.columns } }, "POST")
  const run = await ended(on, id)
  assert.deepEqual([run.state, run.counts], ["done", { contacts: 2, known: 1 }])
  const reasons = async (of: string) => (await skipsOf(on, of)).map(([reason]: string[]) => reason).sort()
  assert.deepEqual(await reasons(id), ["bad-email", "bad-phone", "broken-row", "stays"], "Nour is called otherwise here")
  const found = await ask(on, "/api/contacts?q=celik")
  assert.equal(found.items[0].name, "Hélène Çelik")
})

test("the same table again is told to be the same; another says what it completed, and what it left as it stands", async () => {
  const on = await desk()
  const bring = async (...rows: string[]): Promise<Json> => {
    const { id } = await ask(on, "/api/imports", { kind: "contacts", name: "Again" })
    await upload(on, id, "again.csv", Buffer.from(["email,name,company,phone", ...rows].join("\n")))
    await ask(on, `/api/imports/${id}/start`, { settings: {} }, "POST")
    const { counts, skipped } = await ended(on, id)
    const { items } = await ask(on, `/api/imports/${id}/skipped`)
    return { counts, skipped, why: items.map(({ reason, detail }: Json) => `${reason}: ${detail}`) }
  }
  const lea = "lea@orme.example,Léa Orme,,+33612000001"
  const tom = "tom@orme.example,Tom Orme,Atelier Orme,"
  assert.deepEqual(await bring(lea, tom), { counts: { contacts: 2 }, skipped: 0, why: [] })
  assert.deepEqual(await bring(lea, tom), { counts: { known: 2 }, skipped: 0, why: [] })
  const third = await bring("lea@orme.example,Léa Orme,Atelier Orme,+33612000001", "tom@orme.example,Thomas Orme,,+33612000001")
  assert.deepEqual(third, {
    counts: { completed: 1, known: 1 },
    skipped: 2,
    why: ["somebody-elses: +33612000001", "stays: Thomas Orme"],
  })
})

test("ten thousand rows of contacts, each of them once", async () => {
  const on = await desk()
  const { id } = await ask(on, "/api/imports", { kind: "contacts", name: "Many" })
  const COUNT = Number(process.env["VIGIE_TEST_ROWS"] ?? 10_000)
  const lines = ["email,name", ...Array.from({ length: COUNT }, (_, n) => `row${n}@many.example,"Person ${n}, of many"`)]
  await upload(on, id, "many.csv", `\ufeff${lines.join("\n")}\n`)
  await ask(on, `/api/imports/${id}/start`, { settings: {} }, "POST")
  const run = await until(
    "all rows are in",
    async () => {
      const now = await ask(on, `/api/imports/${id}`)
      return now.state === "done" ? now : null
    },
    120_000,
  )
  assert.deepEqual([run.done, run.skipped, run.counts.contacts], [COUNT, 0, COUNT])
})

test("Zendesk: a ticket a line with its people and comments, and pages of the API; what is there already stays", async () => {
  const on = await desk()
  const ines = { id: 9, name: "Inès Okafor", email: "ines@shop.example", role: "agent" }
  const camille = { id: 8, name: "Camille Rousseau", email: "camille@rousseau.example", role: "end-user" }
  const ticket = {
    id: 35436,
    created_at: "2023-05-01T08:00:00Z",
    updated_at: "2023-05-04T08:00:00Z",
    subject: "Bouquet",
    description: "Where is it?",
    status: "solved",
    priority: "high",
    tags: ["delivery"],
    recipient: "care@shop.example",
    requester: camille,
    submitter: camille,
    assignee: ines,
    comments: [
      { id: 1, author_id: 8, body: "Where is it?", public: true, created_at: "2023-05-01T08:00:00Z", attachments: [] },
      { id: 2, author_id: 9, body: "Call the carrier", public: false, created_at: "2023-05-01T09:00:00Z" },
      {
        id: 3,
        author_id: 9,
        body: "On its way",
        public: true,
        created_at: "2023-05-01T10:00:00Z",
        attachments: [{ file_name: "proof.pdf" }],
      },
    ],
  }
  const second = {
    id: 35437,
    created_at: "2023-06-01T08:00:00Z",
    subject: "Hours",
    requester_id: 8,
    status: "open",
    description: "When are you open?",
  }
  const files = {
    "tickets.json": `${JSON.stringify(ticket)}\n{"id": broken}\n`,
    "api.json": JSON.stringify({
      tickets: [second, { id: 35438, created_at: "2023-06-02T08:00:00Z", subject: "Silent", requester_id: 8, status: "new" }],
      next_page: null,
      count: 2,
    }),
  }
  const run = await bringIn(on, "zendesk", files, { inboxId: on.inboxId, finish: "as-they-were" })
  assert.deepEqual([run.state, run.counts], ["done", { cases: 2, messages: 3, contacts: 1 }], JSON.stringify(run))
  assert.deepEqual((await skipsOf(on, run.id)).map(([reason]: string[]) => reason).sort(), ["no-words", "not-json"])
  const solved = await ask(on, "/api/cases/35436")
  assert.deepEqual([solved.subject, solved.status.category, solved.priority, solved.tags], ["Bouquet", "resolved", "high", ["delivery"]])
  const { items } = await ask(on, "/api/cases/35436/timeline")
  assert.deepEqual(
    items
      .filter(({ kind }: Json) => kind === "message" || kind === "note")
      .map(({ kind, message }: Json) => [kind, message.direction])
      .reverse(),
    [
      ["message", "in"],
      ["note", "note"],
      ["message", "out"],
    ],
  )
  const open = await ask(on, "/api/cases/35437")
  assert.deepEqual([open.status.category, open.waitingSince?.slice(0, 10)], ["open", "2023-06-01"])
  const again = await bringIn(on, "zendesk", files, { inboxId: on.inboxId, finish: "as-they-were" })
  assert.deepEqual([again.counts, (await skipsOf(on, again.id)).filter(([reason]: string[]) => reason === "already-here").length], [{}, 2])
})

test("Chatwoot: conversations as its API gives them, messages in them or apart, private ones as notes", async () => {
  const on = await desk()
  const sender = { id: 4, name: "Amadou Diallo", email: "amadou@diallo.example", phone_number: "+33612345679", type: "contact" }
  const conversation = {
    id: 880,
    inbox_id: 1,
    status: "resolved",
    labels: ["vip"],
    created_at: 1_690_000_000,
    last_activity_at: 1_690_009_000,
    additional_attributes: { mail_subject: "Ma lampe" },
    meta: { sender, assignee: { id: 2, name: "Inès", email: "ines@shop.example" } },
    messages: [{ id: 1, message_type: 0, content: "La lampe est cassée", created_at: 1_690_000_000, sender }],
  }
  const apart = {
    meta: {},
    payload: [
      {
        id: 2,
        conversation_id: 880,
        message_type: 1,
        private: true,
        content: "Rembourser",
        created_at: 1_690_001_000,
        sender: { id: 2, name: "Inès", type: "user" },
      },
      {
        id: 3,
        conversation_id: 880,
        message_type: 1,
        private: false,
        content: "Voici un avoir",
        created_at: 1_690_002_000,
        sender: { id: 2, name: "Inès", type: "user" },
      },
      { id: 4, conversation_id: 880, message_type: 2, content: "Inès resolved", created_at: 1_690_003_000 },
    ],
  }
  const run = await bringIn(
    on,
    "chatwoot",
    {
      "conversations.json": JSON.stringify({ data: { meta: { all_count: 1 }, payload: [conversation] } }),
      "messages.json": JSON.stringify(apart),
    },
    { inboxId: on.inboxId },
  )
  assert.deepEqual([run.state, run.counts], ["done", { cases: 1, messages: 2, contacts: 1 }], JSON.stringify(run))
  const filed = await ask(on, "/api/cases/880")
  assert.deepEqual([filed.subject, filed.status.category, filed.tags], ["Ma lampe", "resolved", ["vip"]])
})

test("who brings what in is in the record; a file that was cut off leaves nothing", async () => {
  const on = await desk()
  const { items } = await ask(on, "/api/audit?kind=import&limit=5")
  assert.match(items[0].kind, /^import\./)
  const history = await ask(on, "/api/audit?kind=history&limit=5")
  assert.ok(history.items.length > 0)
  const { id } = await ask(on, "/api/imports", { kind: "mbox", name: "Cut" })
  const controller = new AbortController()
  const body = new ReadableStream({
    async pull(stream) {
      stream.enqueue(new Uint8Array(65_536))
      await new Promise((resolve) => setImmediate(resolve))
      controller.abort()
    },
  })
  const sent = fetch(new URL(`/api/imports/${id}/file?name=cut.mbox`, on.house.url), {
    method: "PUT",
    headers: { authorization: `Bearer ${on.token}` },
    body,
    duplex: "half",
    signal: controller.signal,
  } as RequestInit)
  await assert.rejects(sent)
  assert.deepEqual((await ask(on, `/api/imports/${id}`)).files, [])
})

test("a lead brings in mentions, as they manage sources; of what administrators bring in they see nothing", async () => {
  const on = await desk()
  const lead = { ...on, token: await tokenFor(on.house, "lead") }
  const status = async (path: string, more: object = {}) => (await on.house.api(path, { token: lead.token, ...more })).status
  const { id: archive } = await ask(on, "/api/imports", { kind: "mbox", name: "Archive" })
  assert.equal(await status("/api/imports", { body: { kind: "contacts", name: "People" } }), 403)
  assert.equal(await status(`/api/imports/${archive}`), 404)
  assert.equal(await status(`/api/imports/${archive}`, { method: "DELETE" }), 404)
  assert.equal((await upload(lead, archive, "a.mbox", "From x")).status, 404)
  const run = await bringIn(lead, "mentions", { "lead.csv": "Texte\nUn lis\n" }, { source: "Carnet" })
  assert.deepEqual([run.state, run.counts], ["done", { mentions: 1 }])
  const { items } = await ask(lead, "/api/imports")
  assert.deepEqual(
    items.map(({ kind }: Json) => kind),
    ["mentions"],
  )
  assert.equal(await status(`/api/imports/${run.id}/skipped.csv`), 200)
  const agent = await tokenFor(on.house, "agent")
  assert.equal((await on.house.api("/api/imports", { token: agent, body: { kind: "mentions", name: "No" } })).status, 403)
})

test("a file of mentions comes in line by line: what can't be read is named, and a second time nothing is kept twice", async () => {
  const on = await desk()
  const csv =
    'Date;Auteur;Titre;Texte;Note\n2026-10-30 09:00;Ana;"Roses; épines";Des roses fanées;2\n2026-10-31 09:00;Ana;;;\nhier;Ana;;Autre rose;\n;Léo;;Trop de soleil;9\n'
  const settings = { source: "Presse", place: "press" }
  const run = await bringIn(on, "mentions", { "presse.csv": csv }, settings)
  assert.deepEqual([run.state, run.done, run.total, run.skipped, run.counts], ["done", 4, 4, 3, { mentions: 1 }])
  const { items } = await ask(on, `/api/imports/${run.id}/skipped`)
  assert.deepEqual(
    items.map(({ place, reason, detail }: Json) => [place, reason, detail]),
    [
      [3, "no-words", ""],
      [4, "bad-field", "publishedAt"],
      [5, "bad-field", "rating"],
    ],
  )
  const again = await bringIn(on, "mentions", { "presse.csv": csv }, settings)
  assert.deepEqual([again.state, again.counts], ["done", { known: 1 }])
  const lines = '{"key":"r1","text":"Une rose","author":{"handle":"@ana"}}\nnot json\n\n[1]\n{"key":"r1","text":"Une rose rouge"}\n'
  const objects = await bringIn(on, "mentions", { "roses.jsonl": lines }, settings)
  assert.deepEqual([objects.done, objects.skipped, objects.counts], [4, 3, { mentions: 2 }])
  assert.deepEqual(
    (await skipsOf(on, objects.id)).map(([reason]: string[]) => reason),
    ["not-json", "not-mention", "same-key"],
  )
  assert.deepEqual(
    (await bringIn(on, "mentions", { "roses.jsonl": lines }, settings)).counts,
    { known: 2 },
    "neither takes the other’s place",
  )
  const shared = (n: number) => `{"key":"shared","text":"Dahlia ${n}"}`
  const many = Array.from({ length: 502 }, (_, n) => shared(n % 501)).join("\n")
  assert.deepEqual((await bringIn(on, "mentions", { "many.jsonl": many }, settings)).counts, { mentions: 501, known: 1 })
  assert.deepEqual(
    (await bringIn(on, "mentions", { "many.jsonl": many }, settings)).counts,
    { known: 502 },
    "across the parts of a file, too",
  )
  const { items: heard } = await ask(on, "/api/mentions?words=rose")
  assert.deepEqual(heard.map(({ text, rating, source }: Json) => [text, rating, source.name]).toSorted(), [
    ["Des roses fanées", 2, "Presse"],
    ["Une rose rouge", null, "Presse"],
    ["Une rose", null, "Presse"],
  ])
  const dated = (dates: string[]) => `Date;Texte\n${dates.map((date, n) => `${date};Pivoine ${n} du ${dates.length}`).join("\n")}\n`
  const french = await bringIn(on, "mentions", { "fr.csv": dated(["03/11/2025", "25/11/2025"]) }, settings)
  assert.deepEqual(french.counts, { mentions: 2 })
  const first = (await ask(on, "/api/mentions?words=pivoine%200")).items[0]
  assert.equal(first.publishedAt, "2025-11-03T00:00:00.000Z", "the other line says that days come first")
  const open = await bringIn(on, "mentions", { "open.csv": dated(["03/11/2025", "2025-11-05", "04/11/2025"]) }, settings)
  assert.deepEqual(
    [open.counts, (await skipsOf(on, open.id)).map(([reason]: string[]) => reason)],
    [{ mentions: 1 }, ["ambiguous-date", "ambiguous-date"]],
  )
  const chosen = await bringIn(
    on,
    "mentions",
    { "us.csv": dated(["03/11/2025", "04/11/2025", "05/11/2025", "06/11/2025"]) },
    { ...settings, dates: "month-first" },
  )
  assert.deepEqual(chosen.counts, { mentions: 4 })
  const stars = ["1e39", "1e999", "-1", '"4"', "1e-50", "4.3333333333"].map(
    (rating, n) => `{"key":"s${n}","text":"Tulipe","rating":${rating}}`,
  )
  const rated = await bringIn(on, "mentions", { "tulipes.jsonl": stars.join("\n") }, settings)
  assert.deepEqual([rated.state, rated.counts], ["done", { mentions: 2 }])
  assert.deepEqual(
    (await ask(on, `/api/imports/${rated.id}/skipped`)).items.map(({ place, detail }: Json) => [place, detail]),
    [1, 2, 3, 4].map((line) => [line, "rating"]),
  )
  const once = await bringIn(on, "mentions", { "tulipes.jsonl": stars.join("\n") }, settings)
  assert.deepEqual(once.counts, { known: 2 }, "stars with many decimals are no edit")
  const mute = await bringIn(on, "mentions", { "mute.csv": "Date;Auteur\n2026-10-30;Ana\n" }, settings)
  assert.deepEqual([mute.state, /named? ?|column/.test(mute.problem)], ["failed", true])
})
