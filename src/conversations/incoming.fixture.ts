import { createHash } from "node:crypto"
import { systemActor } from "#people"
import { type Database, Keys, newId } from "#platform"
import type { Incoming, Person } from "./channel.ts"
import { addInbox, type Inbox } from "./inboxes.ts"
import { receive, type Received } from "./receive.ts"

export const keys = new Keys(Buffer.alloc(32, 7))
export const system = systemActor("test")

export const camille: Person = { name: "Camille Rousseau", address: "camille@rousseau.example" }
export const amadou: Person = { name: "Amadou Diallo", address: "amadou@diallo.example" }
export const ines: Person = { name: "Ines Okafor", address: "ines@okafor.example" }

export function shopInbox(db: Database, address = "care@fleurs.example"): Promise<Inbox> {
  return db.transact((tx) => addInbox(system, tx, { address, name: "Fleurs" }))
}

/** A message as a channel would give it. What isn't said is what an honest mail has. */
export function incoming(inbox: Inbox, from: Person | null, more: Partial<Incoming> = {}): Incoming {
  const text = more.text ?? "Bonjour, où est ma commande ?"
  const messageId = more.messageId === undefined ? `<${newId(new Date())}@mail.example>` : more.messageId
  return {
    channel: "mail",
    sourceKey: newId(new Date()),
    via: "smtp",
    inboxIds: [inbox.id],
    tokens: [],
    envelope: { from: from?.address ?? "", to: [inbox.address] },
    original: createHash("sha256").update(text).digest("hex"),
    size: text.length,
    contentKey: messageId && createHash("sha256").update(`${messageId}\n${text}`).digest("hex"),
    messageId,
    inReplyTo: null,
    references: [],
    from,
    claimed: from,
    replyTo: [],
    to: [{ name: "", address: inbox.address }],
    cc: [],
    subject: "Ma commande",
    text,
    newText: text,
    quoted: "",
    signature: "",
    html: null,
    identity: "verified",
    proof: {},
    warnings: [],
    automatic: null,
    bounce: null,
    calendar: [],
    files: [],
    writtenAt: null,
    receivedAt: new Date("2026-11-02T08:00:00Z"),
    ...more,
  }
}

export function file(db: Database, message: Incoming): Promise<Received> {
  return db.transact((tx) => receive(tx, keys, message))
}
