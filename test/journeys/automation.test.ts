// One file, because opening a house costs more than all that is asked of it here.
import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { HOUR, MINUTE } from "#platform"
import { type Json, until } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"
import { Receiver } from "../support/receiver.ts"
import { SmtpClient } from "../support/smtp-client.ts"

const CARE = "care@atelier-orme.example"
let inside: InsideHouse
let token: string
let inboxId: string
let mails = 0
before(async () => {
  inside = await openInside({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
  inboxId = await inside.inbox(CARE)
  token = await inside.token("admin")
})

const api = (method: string, path: string, body?: unknown) => inside.api(path, { method, body, token })
async function ask(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await api(method, path, body)
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

interface Letter {
  from?: string
  subject?: string
  text?: string
  headers?: string
}

/** A customer writes; gives the case as it is when everything was done. */
async function writes({ from, subject = "A question", text = "Hello.", headers = "" }: Letter = {}): Promise<Json> {
  const sender = from ?? `writer${++mails}@post.example`
  const id = `<a${++mails}@post.example>`
  const client = await SmtpClient.open(inside.house.ports.smtp)
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`
  const head = `From: <${sender}>\r\nTo: ${CARE}\r\nSubject: ${encoded}\r\nMessage-ID: ${id}\r\nContent-Type: text/plain; charset=utf-8\r\n${headers}`
  const { code } = await client.mail(sender, [CARE], Buffer.from(`${head}\r\n${text}\r\n`))
  client.destroy()
  assert.equal(code, 250)
  await inside.house.settle()
  const { items } = await ask("GET", `/api/messages?messageId=${encodeURIComponent(id)}`)
  return ask("GET", `/api/cases/${items[0].caseId}`)
}

/** Adds a rule, tries it and switches it on; earlier ones are removed unless they shall stay. */
async function rule(parts: object, { keep = false } = {}): Promise<Json> {
  if (!keep) for (const { id } of (await ask("GET", "/api/automation/rules")).items) await ask("DELETE", `/api/automation/rules/${id}`)
  const made = await ask("POST", "/api/automation/rules", {
    name: `Rule ${++mails}`,
    trigger: { on: "message", first: true },
    conditions: { match: "all", parts: [] },
    actions: [{ do: "tag", tags: ["seen"] }],
    ...parts,
  })
  await tried(made.id)
  return ask("POST", `/api/automation/rules/${made.id}/enable`)
}

async function tried(id: string, asked: object = {}): Promise<Json> {
  const { id: run } = await ask("POST", `/api/automation/rules/${id}/dry-runs`, asked)
  return until("the dry run has ended", async () => {
    const now = await ask("GET", `/api/automation/rules/${id}/dry-runs/${run}`)
    return now.finishedAt ? now : null
  })
}

/** A rule's runs, of the latest case first. */
async function runsOf(id: string): Promise<Json[]> {
  const { items } = await ask("GET", `/api/automation/rules/${id}/runs`)
  return items.toSorted((a: Json, b: Json) => b.case.number - a.case.number)
}

test("a mail is sorted: words without accents or case, in groups; the run says why and what", async () => {
  const made = await rule({
    conditions: {
      match: "all",
      parts: [
        {
          match: "any",
          parts: [
            { field: "subject", is: "any", values: ["reclamation", "complaint"] },
            { field: "domain", is: "any", values: ["press.example"] },
          ],
        },
        { field: "automatic", is: "no" },
      ],
    },
    actions: [
      { do: "tag", tags: ["Complaint"] },
      { do: "priority", priority: "high" },
    ],
  })
  const other = await writes({ subject: "Une acclamation" })
  assert.deepEqual([other.tags, other.priority], [[], "normal"], "inside a word it isn't the word")
  const sorted = await writes({ subject: "RÉCLAMATION du 2 novembre" })
  assert.deepEqual([sorted.tags, sorted.priority], [["complaint"], "high"])
  const press = await writes({ from: "nadia@news.press.example" })
  assert.deepEqual(press.tags, ["complaint"])
  const [, run] = await runsOf(made.id)
  assert.equal(run!.case.number, sorted.number)
  assert.deepEqual(
    run!.reasons.map(({ condition, held, found }: Json) => [condition.field, held, found]),
    [
      ["subject", true, ["reclamation"]],
      ["domain", false, []],
      ["automatic", true, []],
    ],
  )
  assert.deepEqual(
    run!.done.map(({ action, did }: Json) => [action.do, did]),
    [
      ["tag", true],
      ["priority", true],
    ],
  )
  const { items } = await ask("GET", `/api/audit?about=${sorted.id}`)
  assert.ok(
    items.some(({ actor, kind }: Json) => actor === `system:rule:${made.id}` && kind === "case.changed"),
    "the record names the rule",
  )
})

test("each kind of condition", async () => {
  const looks: [object, Letter, Letter][] = [
    [{ field: "text", is: "any", values: ["remboursement"] }, { text: "Je veux un REMBOURSEMENT" }, { text: "Merci" }],
    [{ field: "words", is: "none", values: ["spam"] }, { text: "Bonjour" }, { subject: "Spam !" }],
    [{ field: "sender", is: "any", values: ["Boss@Corp.Example"] }, { from: "boss@corp.example" }, { from: "other@corp.example" }],
    [
      { field: "language", is: "any", values: ["fr"] },
      { text: "Bonjour, je vous écris pour la commande." },
      { text: "Hello, where is the order of this week?" },
    ],
    [{ field: "automatic", is: "yes" }, { headers: "Auto-Submitted: auto-generated\r\n" }, {}],
    [{ field: "known", is: "yes" }, { from: "boss@corp.example", subject: "again" }, {}],
    [{ field: "inbox", is: "any", values: [inboxId] }, {}, {}],
  ]
  for (const [condition, yes, no] of looks) {
    await rule({ conditions: { match: "all", parts: [condition] } })
    assert.deepEqual((await writes(yes)).tags, ["seen"], `held: ${JSON.stringify(condition)}`)
    if (!("inbox" === (condition as { field: string }).field))
      assert.deepEqual((await writes(no)).tags, [], `not: ${JSON.stringify(condition)}`)
  }
})

test("order counts, and a rule that says so is the last to be asked", async () => {
  const first = await rule({ actions: [{ do: "tag", tags: ["one"] }] })
  const second = await rule({ actions: [{ do: "tag", tags: ["two"] }] }, { keep: true })
  assert.deepEqual((await writes()).tags, ["one", "two"])
  await ask("PUT", "/api/automation/order", { ids: [second.id, first.id] })
  await ask("PATCH", `/api/automation/rules/${second.id}`, { stop: true })
  assert.deepEqual((await writes()).tags, ["two"], "and stopping needs no new dry run")
})

test("a team's case goes to whom it falls: in turn, to the fewest, and to those who are there", async () => {
  const ids = await Promise.all(["Ines", "Jules", "Lea"].map((name) => inside.agent(`${name.toLowerCase()}@atelier-orme.example`, name)))
  const team = await ask("POST", "/api/teams", { name: "Workshop", agentIds: ids })
  await rule({ actions: [{ do: "team", teamId: team.id, who: "turns", present: false }] })
  const owners = [await writes(), await writes(), await writes(), await writes()].map(({ owner }) => owner.id)
  assert.equal(new Set(owners.slice(0, 3)).size, 3, "each once")
  assert.equal(owners[3], owners[0], "then from the beginning")
  await rule({ actions: [{ do: "team", teamId: team.id, who: "fewest", present: false }] })
  assert.notEqual((await writes()).owner.id, owners[0], "who has two isn't next")
  const made = await rule({ actions: [{ do: "team", teamId: team.id, who: "turns", present: true }] })
  const alone = await writes()
  assert.deepEqual([alone.team.name, alone.owner], ["Workshop", null], "nobody is at their desk")
  assert.equal((await runsOf(made.id))[0]!.done[0].why, "nobody-there")
})

test("writing: a note, a draft for the owner, an answer under the guards of receipts", async () => {
  const ines = await inside.agent("ines.o@atelier-orme.example", "Ines Okafor")
  const made = await rule({
    actions: [
      { do: "assign", ownerId: ines },
      { do: "note", text: "Sorted by rule." },
      { do: "draft", templateId: null, text: "{{contact.salutation}}\n\nCase {{case.number}}." },
      { do: "send", templateId: null, text: "We have it, as #{{case.number}}." },
    ],
  })
  const one = await writes({ from: "polite@post.example" })
  const { items } = await ask("GET", `/api/conversations/${one.conversationIds[0]}/messages`)
  assert.deepEqual(items.map(({ direction }: Json) => direction).toSorted(), ["in", "note", "out"])
  const sent = items.find(({ direction }: Json) => direction === "out")
  assert.equal(sent.text.trim(), `We have it, as #${one.number}.`)
  assert.equal(sent.automatic, "ours", "marked as automatic")
  assert.ok(one.waitingSince, "an answer that nobody wrote ends no silence")
  const { rows } = await sql<{ body: { text: string } }>`select body from drafts where agent_id = ${ines}`.execute(inside.db.read.sql)
  assert.match(rows[0]!.body.text, new RegExp(`Case ${one.number}\\.$`))
  await writes({ from: "polite@post.example", subject: "Another" })
  await writes({ headers: "Auto-Submitted: auto-replied\r\n" })
  const caller = await writes({ from: "caller@post.example" })
  await ask("PUT", `/api/contacts/${caller.contactId}/wishes`, { channels: ["phone"], hours: [], timeZone: null })
  await writes({ from: "caller@post.example", subject: "By telephone, please" })
  const why = (await runsOf(made.id)).map(({ done }) => done.at(-1)).map(({ did, why: reason }: Json) => reason ?? did)
  const reasons = ["wishes", true, "automatic", "today", true]
  assert.deepEqual(why, reasons, "never a machine, once a day to an address, never against a wish")
  const gap = await rule({ actions: [{ do: "send", templateId: null, text: "Your order {{order.reference}}" }] })
  await writes()
  assert.equal((await runsOf(gap.id))[0]!.done[0].why, "gaps", "nothing with a gap leaves")
})

test("what a rule did is taken back, but not what somebody changed since", async () => {
  const ines = (await ask("GET", "/api/agents?limit=200")).items.find(({ name }: Json) => name === "Ines Okafor").id
  const made = await rule({
    actions: [
      { do: "assign", ownerId: ines },
      { do: "tag", tags: ["vip"] },
      { do: "priority", priority: "urgent" },
      { do: "status", category: "waiting" },
      { do: "follow", agentIds: [ines] },
    ],
  })
  const one = await writes()
  assert.deepEqual([one.owner.id, one.priority, one.status.category, one.followers], [ines, "urgent", "waiting", [ines]])
  await ask("PATCH", `/api/cases/${one.id}`, { priority: "low" })
  const [run] = await runsOf(made.id)
  assert.deepEqual(await ask("POST", `/api/automation/rules/${made.id}/runs/${run!.id}/undo`), { undone: 4, left: 1 })
  const back = await ask("GET", `/api/cases/${one.id}`)
  assert.deepEqual([back.owner, back.priority, back.status.category, back.followers, back.tags], [null, "low", "new", [], []])
  assert.equal((await api("POST", `/api/automation/rules/${made.id}/runs/${run!.id}/undo`)).status, 409)
})

test("no rule is switched on that nobody tried; a change that matters switches it off", async () => {
  const conditions = { match: "all", parts: [{ field: "subject", is: "any", values: ["unheard"] }] }
  const body = { name: "Untried", trigger: { on: "opened" }, conditions, actions: [{ do: "tag", tags: ["x"] }] }
  const made = await ask("POST", "/api/automation/rules", body)
  const refused = await api("POST", `/api/automation/rules/${made.id}/enable`)
  assert.deepEqual([refused.status, refused.body.key], [409, "cases.automation.untried"])
  const before = await ask("GET", "/api/cases?limit=200")
  const found = await tried(made.id, { days: 365, most: 10 })
  assert.deepEqual([found.looked, found.matched], [10, 0])
  await ask("PATCH", `/api/automation/rules/${made.id}`, {
    conditions: { match: "any", parts: [{ field: "tag", is: "any", values: ["complaint"] }] },
  })
  const matched = await tried(made.id)
  assert.ok(matched.matched >= 2 && matched.matches[0].case.number, JSON.stringify(matched))
  assert.equal(matched.matches[0].would[0].action.do, "tag")
  assert.deepEqual((await ask("GET", "/api/cases?limit=200")).items, before.items, "a dry run changes nothing")
  assert.ok((await ask("POST", `/api/automation/rules/${made.id}/enable`)).enabledAt)
  const changed = await ask("PATCH", `/api/automation/rules/${made.id}`, { actions: [{ do: "tag", tags: ["y"] }] })
  assert.deepEqual([changed.enabledAt, changed.tried, changed.version], [null, false, 3])
})

test("the clock asks: a silence that lasts, a promise that is near, each once", async () => {
  const silent = await rule({ trigger: { on: "silence", hours: 4 }, actions: [{ do: "priority", priority: "urgent" }] })
  const promised = await rule({ trigger: { on: "promise-due", hours: 1 }, actions: [{ do: "tag", tags: ["promise"] }] }, { keep: true })
  const one = await writes()
  await ask("POST", `/api/cases/${one.id}/promises`, {
    text: "A call",
    dueAt: new Date(inside.clock.now().getTime() + 6 * HOUR).toISOString(),
  })
  inside.clock.advance(3 * HOUR)
  await inside.house.settle()
  assert.equal((await ask("GET", `/api/cases/${one.id}`)).priority, "normal")
  inside.clock.advance(HOUR + MINUTE)
  await inside.house.settle()
  assert.equal((await ask("GET", `/api/cases/${one.id}`)).priority, "urgent")
  inside.clock.advance(HOUR)
  await inside.house.settle()
  assert.deepEqual((await ask("GET", `/api/cases/${one.id}`)).tags, ["promise"])
  inside.clock.advance(HOUR)
  await inside.house.settle()
  const times = async (id: string) => (await runsOf(id)).filter((run) => run.case.number === one.number).length
  assert.deepEqual([await times(silent.id), await times(promised.id)], [1, 1])
})

test("facts from outside, tags and statuses ask too; rules that feed each other end, and it is said", async () => {
  await rule({ trigger: { on: "fact", kind: "delivery" }, actions: [{ do: "tag", tags: ["parcel"] }] })
  const chained = await rule({ trigger: { on: "tag", tag: "Parcel" }, actions: [{ do: "status", category: "open" }] }, { keep: true })
  const one = await writes()
  const fact = { kind: "delivery", state: "delivered", source: "Colis Express", occurredAt: inside.clock.now().toISOString() }
  await ask("POST", `/api/contacts/${one.contactId}/facts`, fact)
  await inside.house.settle()
  const told = await ask("GET", `/api/cases/${one.id}`)
  assert.deepEqual([told.tags, told.status.category], [["parcel"], "open"], "one rule leads to the other")
  assert.equal((await runsOf(chained.id)).length, 1)

  const there = await rule({ trigger: { on: "status", to: "waiting" }, actions: [{ do: "status", category: "open" }] })
  const back = await rule({ trigger: { on: "status", to: "open" }, actions: [{ do: "status", category: "waiting" }] }, { keep: true })
  const loop = await writes()
  await ask("POST", `/api/cases/${loop.id}/status`, { category: "waiting" })
  await inside.house.settle()
  await inside.house.settle()
  const all = [...(await runsOf(there.id)), ...(await runsOf(back.id))]
  assert.equal(all.filter(({ outcome }) => outcome === "done").length, 4)
  assert.deepEqual(
    all.filter(({ outcome }) => outcome === "held").map(({ problem }) => problem),
    ["depth"],
  )
})

test("a rule that breaks keeps no mail out, and says so on its page", async () => {
  const broken = await rule({ actions: [{ do: "tag", tags: ["first"] }] })
  await inside.db.transact((tx) =>
    sql`update automation_rules set actions = '[{"do":"tag","tags":[5]}]' where id = ${broken.id}`.execute(tx.sql),
  )
  await rule({ actions: [{ do: "tag", tags: ["second"] }] }, { keep: true })
  const one = await writes()
  assert.deepEqual(one.tags, ["second"], "the mail is filed and the next rule ran")
  const page = await ask("GET", `/api/automation/rules/${broken.id}`)
  assert.ok(page.failedAt)
  assert.equal((await runsOf(broken.id))[0]!.outcome, "failed")
})

test("a rule calls a webhook, signed like any other", async () => {
  const receiver = await Receiver.open()
  const { webhook } = await ask("POST", "/api/webhooks", { name: "Shop", url: receiver.url, events: ["case.merged"] })
  const made = await rule({ actions: [{ do: "webhook", webhookId: webhook.id }] })
  const one = await writes({ text: "Secret words" })
  assert.deepEqual(receiver.types(), ["rule.called"])
  const [{ json, body }] = receiver.came as [Json]
  assert.deepEqual([json.data.rule.name, json.data.case.number], [made.name, one.number])
  assert.ok(!body.includes("Secret words"))
})
