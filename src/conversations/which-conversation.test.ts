import assert from "node:assert/strict"
import { test } from "node:test"
import { testDatabase } from "../../test/support/database.ts"
import type { IdentityState } from "./channel.ts"
import { amadou, camille, file, incoming, ines, keys, shopInbox } from "./incoming.fixture.ts"
import { writeMessageId } from "./message-id.ts"
import { writeReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"

async function shop() {
  const { db } = await testDatabase()
  const inbox = await shopInbox(db)
  const first = await file(db, incoming(inbox, camille))
  const { short } = await room(db.read)
    .selectFrom("conversations")
    .select("short")
    .where("id", "=", first.conversationId)
    .executeTakeFirstOrThrow()
  const hints = () => room(db.read).selectFrom("related_hints").select(["conversation_id", "related_id", "reason"]).execute()
  return { db, inbox, first, short, hints }
}

const IDENTITIES: IdentityState[] = ["verified", "unverified", "failed"]
const FORGED = "r".padEnd(27, "0")

test("who writes × what they show × how sure we are of them: joined only with our token, or with our Message-ID by somebody who is part of it", async () => {
  const { db, inbox, first, short } = await shop()
  for (const writer of [camille, amadou]) {
    for (const proof of ["nothing", "token", "forged token", "our Message-ID", "forged Message-ID"] as const) {
      for (const identity of IDENTITIES) {
        const ours = writeMessageId(keys, short, "fleurs.example")
        const message = incoming(inbox, writer, {
          identity,
          tokens: proof === "token" ? [writeReplyToken(keys, short)] : proof === "forged token" ? [FORGED] : [],
          inReplyTo:
            proof === "our Message-ID" ? ours : proof === "forged Message-ID" ? ours.replace(/\.\w{16}@/, ".0123456789abcdef@") : null,
        })
        const { conversationId } = await file(db, message)
        const part = writer === camille
        const expected = proof === "token" || (proof === "our Message-ID" && part && identity !== "failed")
        assert.equal(
          conversationId === first.conversationId,
          expected,
          `${writer.name}, ${proof}, ${identity}: expected ${expected ? "joined" : "apart"}`,
        )
        // A token makes its holder part of the conversation: start the next round with a stranger again.
        await room(db.read).deleteFrom("participants").where("address", "=", amadou.address).execute()
      }
    }
  }
})

test("a copy, a Reply-To and a number in the subject open nothing", async () => {
  const { db, inbox, first } = await shop()
  const message = incoming(inbox, amadou, { subject: "Re: Ma commande [#1]", cc: [camille], replyTo: [camille], to: [camille] })
  const { conversationId } = await file(db, message)
  assert.notEqual(conversationId, first.conversationId)
  const part = await room(db.read).selectFrom("participants").select("address").where("conversation_id", "=", conversationId).execute()
  assert.deepEqual(part, [{ address: amadou.address }], "only the writer is part of it")
})

test("a stranger who answers our Message-ID is a hint for a person, not a part of the conversation", async () => {
  const { db, inbox, first, short, hints } = await shop()
  const { conversationId } = await file(
    db,
    incoming(inbox, amadou, { inReplyTo: writeMessageId(keys, short, "fleurs.example"), subject: "Autre" }),
  )
  assert.deepEqual(await hints(), [{ conversation_id: conversationId, related_id: first.conversationId, reason: "stranger-answers" }])
})

test("two answers to a mail that never came here stay apart and point at each other", async () => {
  const { db, inbox, hints } = await shop()
  const unseen = "<unseen@partner.example>"
  const one = await file(db, incoming(inbox, amadou, { inReplyTo: unseen, subject: "Devis" }))
  const two = await file(db, incoming(inbox, ines, { references: [unseen], inReplyTo: unseen, subject: "Devis" }))
  assert.notEqual(one.conversationId, two.conversationId)
  assert.deepEqual(await hints(), [{ conversation_id: two.conversationId, related_id: one.conversationId, reason: "same-parent" }])
})

test("somebody who answers their own mail is shown the way, with the reason", async () => {
  const { db, inbox, hints } = await shop()
  const one = await file(db, incoming(inbox, amadou, { messageId: "<own@diallo.example>", subject: "Facture" }))
  const two = await file(db, incoming(inbox, amadou, { inReplyTo: "<own@diallo.example>", subject: "Oubli" }))
  assert.deepEqual(await hints(), [{ conversation_id: two.conversationId, related_id: one.conversationId, reason: "own-reference" }])
})

test("the nearest of several references counts, whatever Outlook or Apple Mail did to the others", async () => {
  const { db, inbox, first, short } = await shop()
  const ours = writeMessageId(keys, short, "fleurs.example")
  const outlook = incoming(inbox, camille, { subject: "RE: tout autre chose", references: ["<a@x.example>", ours, "<b@y.example>"] })
  const shouting = incoming(inbox, camille, { references: [ours.toUpperCase().replace("<V1", "<V1")] })
  assert.equal((await file(db, outlook)).conversationId, first.conversationId)
  assert.equal((await file(db, shouting)).conversationId, first.conversationId, "a server that changes the case of a Message-ID")
})

test("two mails of one new customer at the same moment: two conversations, one contact", async () => {
  const { db, inbox } = await shop()
  const both = await Promise.all([file(db, incoming(inbox, ines, { text: "un" })), file(db, incoming(inbox, ines, { text: "deux" }))])
  assert.notEqual(both[0].conversationId, both[1].conversationId)
  const contacts = await room(db.read)
    .selectFrom("messages")
    .select("contact_id")
    .distinct()
    .where("from_address", "=", ines.address)
    .execute()
  assert.equal(contacts.length, 1)
})
