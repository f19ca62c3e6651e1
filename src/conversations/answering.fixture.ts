import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addAgent, type PersonActor } from "#people"
import { type Database, type MovableClock, FileBlobs, Metrics, silentLog } from "#platform"
import type { Channel, Outcome, Outgoing, SealedOutgoing } from "./channel.ts"
import { camille, file, incoming, keys, shopInbox, system } from "./incoming.fixture.ts"
import { OutboxWorker } from "./outbox-worker.ts"
import { queueReply, type Reply, type Sending } from "./queue-reply.ts"
import { room } from "./tables.ts"

/** A channel whose other side answers as the test says, and which remembers what left. */
export class ScriptedChannel implements Channel {
  readonly kind = "mail"
  readonly composed: Outgoing[] = []
  readonly left: SealedOutgoing[] = []
  outcomes: Outcome[] = []
  held: string | null = null

  heldBecause(): string | null {
    return this.held
  }

  compose(outgoing: Outgoing) {
    this.composed.push(outgoing)
    const recipients = [...outgoing.to, ...outgoing.cc].map((person) => person.address)
    return Promise.resolve({
      bytes: Buffer.from(`${outgoing.messageId}\r\n\r\n${outgoing.text}`),
      mailFrom: outgoing.automatic ? "" : outgoing.replyTo,
      recipients,
    })
  }

  send(sealed: SealedOutgoing): Promise<Outcome> {
    this.left.push(sealed)
    return Promise.resolve(this.outcomes.shift() ?? { kind: "sent", answer: "250 2.0.0 Ok" })
  }
}

/** An inbox, a case of Camille’s, Léa at her desk, and a channel that does as it is told. */
export async function desk({ db, clock }: { db: Database; clock: MovableClock }, closeAfterwards: (close: () => Promise<void>) => void) {
  const folder = await mkdtemp(join(tmpdir(), "vigie-blobs-"))
  closeAfterwards(() => rm(folder, { recursive: true, force: true }))
  const blobs = new FileBlobs(folder)
  const channel = new ScriptedChannel()
  const channels = new Map([["mail", channel]])
  const sending: Sending = { keys, blobs, channels, undoSeconds: 12 }
  const worker = () => new OutboxWorker({ db, blobs, channels, log: silentLog, metrics: new Metrics(), worker: "test" })
  const inbox = await shopInbox(db)
  const { agentId } = await db.transact((tx) => addAgent(system, tx, { email: "lea@fleurs.example", name: "Léa Moreau" }))
  const { conversationId, messageId } = await file(db, incoming(inbox, camille))
  const lea: PersonActor = {
    kind: "agent",
    id: agentId,
    ref: `agent:${agentId}`,
    role: "agent",
    name: "Léa Moreau",
    language: "fr",
    timeZone: "Europe/Paris",
    inboxes: "every",
    teams: [],
  }
  const reply = (more: Partial<Reply> = {}) =>
    db.transact((tx) => queueReply(lea, tx, sending, conversationId, { text: "Nous cherchons.", ...more }))
  return { db, clock, channel, worker, inbox, lea, conversationId, messageId, reply }
}

/** What became of an answer. */
export const stateOf = async (db: Database, messageId: string) => {
  const row = await room(db.read)
    .selectFrom("outbox")
    .select(["state", "reason", "relay_answer", "due_at", "why_later"])
    .where("message_id", "=", messageId)
    .executeTakeFirstOrThrow()
  return row
}
