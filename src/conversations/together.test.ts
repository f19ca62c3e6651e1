import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { testDatabase } from "../../test/support/database.ts"
import type { Database } from "#platform"
import type { Incoming } from "./channel.ts"
import { amadou, camille, file, incoming, ines, keys, shopInbox } from "./incoming.fixture.ts"
import type { Inbox } from "./inboxes.ts"
import { receiveAll, type Received } from "./receive.ts"
import { writeReplyToken } from "./reply-token.ts"

/** A busy second: new and known writers, a delivery come twice, two to one conversation, hints of every kind, a machine, nobody. */
function busySecond(care: Inbox, press: Inbox, token: string): Incoming[] {
  const file1 = { name: "colis.jpg", type: "image/jpeg", size: 3, sha256: "a".repeat(64), contentId: null, inline: false }
  const order = incoming(care, camille, { messageId: "<order@rousseau.example>", files: [file1], signature: "Camille\n+33 6 12 34 56 78" })
  return [
    order,
    incoming(press, camille, { ...order, sourceKey: "press", inboxIds: [press.id] }),
    incoming(care, amadou, { text: "Bonjour de Lyon" }),
    incoming(care, ines, { tokens: [token], text: "Merci !" }),
    incoming(care, camille, { subject: "RE: Ma commande", text: "J’ai oublié la pièce jointe" }),
    incoming(care, ines, { tokens: [token], text: "Et encore merci" }),
    incoming(care, camille, { inReplyTo: "<order@rousseau.example>", subject: "Suite", text: "Je me réponds" }),
    incoming(care, amadou, { inReplyTo: "<unseen@ailleurs.example>", subject: "Un", text: "un" }),
    incoming(care, camille, { inReplyTo: "<unseen@ailleurs.example>", subject: "Deux", text: "deux" }),
    incoming(care, null, { subject: "Sans auteur", text: "…" }),
    incoming(care, amadou, { subject: "Absent", automatic: "vacation", text: "Absent jusqu’à lundi" }),
    incoming(care, { name: "?", address: "not an address" }, { subject: "Adresse illisible", text: "?" }),
  ]
}

async function after(how: (db: Database, mails: Incoming[]) => Promise<Received[]>) {
  const { db } = await testDatabase()
  const [care, press] = [await shopInbox(db), await shopInbox(db, "presse@fleurs.example")]
  const { conversationId } = await file(db, incoming(care, ines, { subject: "Avant" }))
  const short = await sql<{ short: number }>`select short from conversations where id = ${conversationId}`.execute(db.read.sql)
  const received = await how(db, busySecond(care, press, writeReplyToken(keys, short.rows[0]!.short)))
  const read = async (query: ReturnType<typeof sql>) => (await query.execute(db.read.sql)).rows
  const name = sql`(select min(text) from messages n where n.conversation_id =`
  return {
    created: received.map(({ created }) => created),
    same: received.map((one) => received.findIndex(({ conversationId: other }) => other === one.conversationId)),
    messages: await read(
      sql`select m.text, m.subject, i.normal, m.identity, m.automatic, ${name} m.conversation_id) as first,
        (select array_agg(b.address order by b.address) from deliveries d join inboxes b on b.id = d.inbox_id where d.message_id = m.id) as came,
        (select array_agg(a.name) from attachments a where a.message_id = m.id) as files,
        (select array_agg(p.address order by p.address) from participants p where p.conversation_id = m.conversation_id) as part
        from messages m left join identities i on i.contact_id = m.contact_id order by m.text, m.subject`,
    ),
    hints: await read(sql`select ${name} h.conversation_id) as of, ${name} h.related_id) as to, reason from related_hints h order by 1, 2`),
    conversations: await read(sql`select ${name} c.id) as first, cardinality(inbox_ids) as inboxes from conversations c order by short`),
    facts: await read(sql`select body::json ->> 'kind' as kind, count(*) as n from facts group by 1 order by 1`),
    clues: await read(sql`select kin from contact_clues`),
  }
}

test("mails filed together become what they become one after the other", async () => {
  const apart = await after(async (db, mails) => {
    const received: Received[] = []
    for (const mail of mails) received.push(await file(db, mail))
    return received
  })
  const together = await after((db, mails) => db.transact((tx) => receiveAll(tx, keys, mails)))
  assert.deepEqual(together, apart)
  assert.equal(apart.created.filter((created) => !created).length, 1, "the mail that came twice is one")
  assert.equal(apart.hints.length, 3, "each is a hint at what came before it")
})
