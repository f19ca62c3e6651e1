import assert from "node:assert/strict"
import { test } from "node:test"
import { countViews, fileCases, foldTally, type PastCase, searchSubscribers } from "#cases"
import { contactsForSearch, fileContacts, fileOutsideFacts } from "#contacts"
import { systemActor } from "#people"
import { DAY, HOUR, type Tx } from "#platform"
import { header, Shop } from "../../../test/support/shop.ts"
import { refreshCase } from "../refresh-case.ts"

const ARCHIVE = systemActor("archive")
const SHOP = { name: "Fleurs Rousseau", address: "bonjour@fleurs-rousseau.example" }
const MALIK = { name: "Malik Sow", address: "malik@sow.example" }
const at = (text: string) => new Date(text)

interface Given {
  inboxId: string
  malik: string
  agent: string
}

/** Two cases of a summer: one answered and closed, one that still waits. */
function summer({ inboxId, malik, agent }: Given): PastCase[] {
  const asked = { from: MALIK, to: [SHOP], contactId: malik, direction: "in" as const }
  const answered = {
    from: { name: "Inès Okafor", address: SHOP.address },
    to: [MALIK],
    contactId: malik,
    direction: "out" as const,
    agentId: agent,
  }
  return [
    {
      key: "4711",
      number: 4711,
      subject: "Pivoines fanées",
      contactId: malik,
      tags: ["Remboursement"],
      priority: "high",
      assignments: [{ at: at("2026-06-01T09:00:00Z"), ownerId: agent, teamId: null }],
      changes: [{ at: at("2026-06-03T09:00:00Z"), to: "resolved", by: `agent:${agent}` }],
      promises: [
        {
          text: "Un nouveau bouquet",
          madeAt: at("2026-06-01T10:05:00Z"),
          dueAt: at("2026-06-02T10:00:00Z"),
          madeBy: `agent:${agent}`,
          keptAt: at("2026-06-02T08:00:00Z"),
        },
      ],
      decisions: [{ text: "On rembourse la moitié", at: at("2026-06-02T09:00:00Z"), by: `agent:${agent}` }],
      conversations: [
        {
          key: "mail",
          inboxIds: [inboxId],
          subject: "Pivoines fanées",
          messages: [
            { key: "1", at: at("2026-06-01T08:00:00Z"), text: "Bonjour, vos pivoines sont arrivées fanées.", ...asked },
            {
              key: "2",
              at: at("2026-06-01T10:00:00Z"),
              text: "Nous vous envoyons un bouquet demain.",
              messageId: "<old-2@helpdesk.example>",
              ...answered,
            },
            { key: "3", at: at("2026-06-02T12:00:00Z"), text: "Merci, bien reçu !", ...asked },
          ],
          notes: [{ key: "n", at: at("2026-06-01T09:30:00Z"), agentId: agent, text: "Le grossiste est prévenu.", mentions: [agent] }],
        },
      ],
    },
    {
      key: "4712",
      subject: "Livraison à Rennes",
      contactId: malik,
      conversations: [
        {
          key: "mail",
          inboxIds: [inboxId],
          subject: "Livraison à Rennes",
          messages: [
            { key: "1", at: at("2026-10-30T08:00:00Z"), text: "Livrez-vous à Rennes ?", ...asked },
            { key: "2", at: at("2026-10-30T09:00:00Z"), text: "Je suis absent.", ...asked, automatic: "auto-submitted" },
          ],
        },
      ],
    },
  ]
}

const nobody = async () => null
const none = async () => []

async function shopWithSummer() {
  const shop = await Shop.open()
  const { items } = await shop.ask("/api/inboxes")
  const agent = await shop.inside.agent("ines@fleurs-rousseau.example", "Inès Okafor")
  for (const [kind, subscriber] of searchSubscribers({ messages: none, note: nobody, contacts: contactsForSearch }))
    if (kind === "history.imported") shop.inside.db.subscribe(kind, subscriber)
  const file = <T>(work: (tx: Tx) => Promise<T>) => shop.inside.db.transact(work)
  const bring = () =>
    file(async (tx) => {
      const contacts = await fileContacts(ARCHIVE, tx, "summer", [
        {
          key: "malik",
          name: "Malik Sow",
          identities: [{ kind: "email", network: "", value: MALIK.address }],
          language: "fr",
          createdAt: at("2026-05-01T00:00:00Z"),
          wishes: { channels: ["mail"], hours: [], timeZone: "Europe/Paris" },
        },
      ])
      const malik = contacts.get("malik")!.id
      await fileOutsideFacts(ARCHIVE, tx, [
        {
          contactId: malik,
          key: "p-1",
          kind: "delivery",
          state: "delivered",
          reference: "FR-77",
          text: "Remis",
          source: "Colis Rapide",
          occurredAt: at("2026-06-01T07:00:00Z"),
        },
      ])
      return { malik, ...(await fileCases(ARCHIVE, tx, "summer", summer({ inboxId: items[0].id, malik, agent }))) }
    })
  return { shop, agent, file, bring, inboxId: items[0].id as string }
}

test("cases of the past show what they would show had they lived here", async () => {
  const { shop, agent, bring, file } = await shopWithSummer()
  const { cases } = await bring()
  const [old, waiting] = ["4711", "4712"].map((key) => cases.get(key)!.id)
  const closed = await shop.ask("/api/cases/4711")
  assert.equal(closed.id, old)
  assert.deepEqual(
    {
      status: closed.status.category,
      owner: closed.owner.id,
      tags: closed.tags,
      priority: closed.priority,
      waits: closed.waitingSince,
      resolved: closed.resolvedAt,
    },
    { status: "resolved", owner: agent, tags: ["remboursement"], priority: "high", waits: null, resolved: "2026-06-03T09:00:00.000Z" },
  )
  const { items } = await shop.ask("/api/cases/4711/timeline?limit=50")
  assert.deepEqual(
    items.map((item: { kind: string; at: string }) => [item.at.slice(5, 16), item.kind]),
    [
      ["06-03T09:00", "status"],
      ["06-02T12:00", "status"],
      ["06-02T12:00", "message"],
      ["06-02T09:00", "decision"],
      ["06-02T08:00", "promise"],
      ["06-01T10:05", "promise"],
      ["06-01T10:00", "status"],
      ["06-01T10:00", "message"],
      ["06-01T09:30", "note"],
      ["06-01T09:00", "assignment"],
      ["06-01T08:00", "status"],
      ["06-01T08:00", "message"],
      ["06-01T07:00", "fact"],
    ],
  )
  const open = await shop.ask(`/api/cases/${waiting}`)
  assert.deepEqual([open.status.category, open.waitingSince], ["new", "2026-10-30T08:00:00.000Z"])
  assert.ok(open.number > 4711, "new numbers come after those brought in")
  // Adding up again what each shows changes nothing.
  for (const id of [old!, waiting!])
    await file(async (tx) => {
      const before = await tx.sql
        .withTables<{ cases: object }>()
        .selectFrom("cases")
        .selectAll()
        .where("id" as never, "=", id as never)
        .executeTakeFirstOrThrow()
      assert.deepEqual(await refreshCase(tx, id), before)
    })
  await foldTally(shop.inside.db)
  const counts = await countViews(ARCHIVE, shop.inside.db.read)
  assert.deepEqual([counts.get("resolved"), counts.get("waiting"), counts.get("all")], [1, 1, 1])
  for (const words of ["pivoines", "grossiste", "Rennes"]) {
    const found = await shop.ask(`/api/search?q=${words}`)
    assert.equal(new Set(found.items.map((item: { caseId: string }) => item.caseId)).size, 1, `${words} finds its case`)
  }
  assert.match(JSON.stringify(await shop.ask("/api/search?q=sow")), /Malik Sow/)
})

test("what is brought in again is recognised; a mail that answers an old answer lands in its case", async () => {
  const { shop, bring } = await shopWithSummer()
  await bring()
  const again = await bring()
  assert.deepEqual([again.messages, [...again.cases.values()].map(({ created }) => created)], [0, [false, false]])
  const count = async (table: string) => (await shop.inside.db.pool.query(`select count(*) as n from ${table}`)).rows[0].n
  assert.deepEqual(
    await Promise.all(
      ["cases", "conversations", "messages", "notes", "contacts", "identities", "outside_facts", "search_entries", "outbox"].map(count),
    ),
    [2, 2, 5, 1, 1, 1, 1, 6, 0],
  )
  const answer = await shop.receive({
    from: "Malik Sow <malik@sow.example>",
    to: shop.address,
    text: "Encore merci",
    headers: ["In-Reply-To: <old-2@helpdesk.example>"],
  })
  const reopened = await shop.ask("/api/cases/4711")
  assert.equal(answer.caseId, reopened.id)
  assert.equal(reopened.status.category, "open")
  // A stranger who names that answer opens nothing.
  const stranger = await shop.receive({
    from: "Zoé Petit <zoe@petit.example>",
    to: shop.address,
    text: "Moi aussi",
    headers: ["In-Reply-To: <old-2@helpdesk.example>"],
  })
  assert.notEqual(stranger.caseId, reopened.id)
  // From the desk, the old conversation is answered like any other.
  await shop.answer(answer.conversationId, "Avec plaisir")
  await shop.aMinuteLater()
  const mail = await shop.mailTo(MALIK.address)
  assert.match(header(mail.bytes, "Reply-To") ?? "", /\+r[0-9a-v]{26}@/)
})

test("a thousand cases at once, each added up as one alone would be", async () => {
  const { shop, file, inboxId, agent } = await shopWithSummer()
  const past = Array.from({ length: 300 }, (_, n): PastCase => {
    const begun = at("2025-01-01T00:00:00Z").getTime() + n * 31 * HOUR
    const asked = { from: MALIK, to: [SHOP], contactId: null, direction: "in" as const }
    const answered = { from: SHOP, to: [MALIK], contactId: null, direction: "out" as const, agentId: agent }
    const steps = [asked, answered, asked, answered, asked].slice(0, 1 + (n % 5))
    return {
      key: String(n),
      subject: `Question ${n}`,
      contactId: null,
      changes:
        n % 3 === 0
          ? [{ at: new Date(begun + 9 * DAY), to: n % 6 === 0 ? "resolved" : "spam" }]
          : n % 7 === 0
            ? [{ at: new Date(begun + 9 * DAY), to: "snoozed", until: new Date(begun + 900 * DAY) }]
            : [],
      conversations: [
        {
          key: "a",
          inboxIds: [inboxId],
          subject: `Question ${n}`,
          messages: steps.map((step, i) => ({ key: String(i), at: new Date(begun + i * 7 * HOUR), text: `Mot ${i} de ${n}`, ...step })),
        },
      ],
    }
  })
  const { cases } = await file((tx) => fileCases(ARCHIVE, tx, "many", past))
  assert.equal(cases.size, 300)
  const rows = async () => (await shop.inside.db.pool.query("select * from cases order by id")).rows
  const before = await rows()
  await file(async (tx) => {
    for (const { id } of before) await refreshCase(tx, id)
  })
  assert.deepEqual(await rows(), before)
})
