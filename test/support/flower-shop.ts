import { createHash } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { accessCase, caseJobs, caseListRoutes, type CaseRow, caseRoutes, caseSubscribers } from "#cases"
import { contactsApi, contactSummaries } from "#contacts"
import {
  accessConversation,
  addInbox,
  type Channel,
  contactSight,
  conversationForCase,
  conversationRoutes,
  type Incoming,
  type Outgoing,
  OutboxWorker,
  type Person,
  receive,
  type Received,
  type Sending,
  writeReplyToken,
} from "#conversations"
import { addAgent, type PeopleEnv, type PersonActor, type Role, systemActor } from "#people"
import { FileBlobs, type JobData, Keys, Metrics, newId, newRouter, Problem, problemResponse, SECOND, silentLog, type Tx } from "#platform"
import { say } from "#words"
import { closeAfterwards, testDatabase } from "./database.ts"

export const camille: Person = { name: "Camille Rousseau", address: "camille@rousseau.example" }
export const amadou: Person = { name: "Amadou Diallo", address: "amadou@diallo.example" }

const system = systemActor("test")
const keys = new Keys(Buffer.alloc(32, 7))

/** Jobs that are kept until the test says that their time has come. */
class KeptJobs {
  readonly put_: { name: string; data: JobData; at: Date | null }[] = []

  put(_tx: Tx, name: string, data: JobData, at?: Date): Promise<void> {
    this.put_.push({ name, data, at: at ?? null })
    return Promise.resolve()
  }
}

interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test looks into
  body: any
}

/** A flower shop's desk: its inbox, its agent Ines, everything wired as in the house but the outside world. */
export async function flowerShop(start?: string) {
  const { db, clock } = await testDatabase(start)
  const folder = await mkdtemp(join(tmpdir(), "vigie-cases-"))
  closeAfterwards(() => rm(folder, { recursive: true, force: true }))
  const blobs = new FileBlobs(folder)
  const channel: Channel = {
    kind: "mail",
    heldBecause: () => null,
    compose: (outgoing: Outgoing) =>
      Promise.resolve({ bytes: Buffer.from(outgoing.text), mailFrom: "", recipients: outgoing.to.map(({ address }) => address) }),
    send: () => Promise.resolve({ kind: "sent", answer: "250 Ok" }),
  }
  const channels = new Map([["mail", channel]])
  const sending: Sending = { keys, blobs, channels, undoSeconds: 12 }
  const worker = new OutboxWorker({ db, blobs, channels, log: silentLog, metrics: new Metrics(), worker: "test" })
  for (const [kind, subscriber] of caseSubscribers({ timeZone: "Europe/Paris" })) db.subscribe(kind, subscriber)
  const later = new KeptJobs()
  const jobs = caseJobs(db)
  const inbox = await db.transact((tx) => addInbox(system, tx, { address: "care@fleurs.example", name: "Fleurs", language: "fr" }))

  const agent = async (
    name: string,
    email: string,
    role: Role = "agent",
    inboxes: PersonActor["inboxes"] = "every",
  ): Promise<PersonActor> => {
    const { agentId: id } = await db.transact((tx) =>
      addAgent(system, tx, { email, name, role, ...(inboxes === "every" ? {} : { inboxIds: [...inboxes] }) }),
    )
    return { kind: "agent", id, ref: `agent:${id}`, role, name, language: "en", timeZone: "Europe/Paris", inboxes, teams: [] }
  }
  const ines = await agent("Ines Okafor", "ines@fleurs.example", "lead")

  // Made once, as in the house: what a room remembers between two requests is tested, too.
  const rooms = [
    caseListRoutes({ db }),
    caseRoutes({ db, later, openWords: () => Promise.resolve([]) }),
    conversationRoutes({
      db,
      blobs,
      sending,
      join: () => Promise.resolve(),
      outbound: { get: () => Promise.reject(new Error("offline")) },
    }),
    contactsApi({ db, sight: contactSight }),
  ]
  const ask = async (path: string, options: { as?: PersonActor; method?: string; body?: unknown } = {}): Promise<Answer> => {
    const actor = options.as ?? ines
    const app = newRouter<PeopleEnv>()
    app.use(async (c, next) => {
      c.set("actor", actor)
      c.set("language", actor.language)
      await next()
    })
    for (const routes of rooms) app.route("/", routes)
    app.onError((error) => {
      if (error instanceof Problem) return problemResponse(error, (key, values) => say(actor.language, key, values))
      throw error
    })
    const { body } = options
    const method = options.method ?? (body === undefined ? "GET" : "POST")
    const answer = await app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : null }
  }

  const mailOf = (from: Person, text: string, more: Partial<Incoming> = {}): Incoming =>
    mail(from, text, { inboxIds: [inbox.id], receivedAt: clock.now(), ...more })
  /** Somebody writes a mail: a new conversation, or in one that goes on. */
  const write = (from: Person, text: string, more: Partial<Incoming> = {}): Promise<Received> =>
    db.transact((tx) => receive(tx, keys, mailOf(from, text, more)))
  /** Ines answers; the answer leaves when its undo time is over. */
  const queue = async (conversationId: string, text: string, as?: PersonActor): Promise<string> => {
    const queued = await ask(`/api/conversations/${conversationId}/replies`, { body: { text }, ...(as ? { as } : {}) })
    if (queued.status !== 202) throw new Error(`not queued: ${JSON.stringify(queued.body)}`)
    return queued.body.id
  }
  const answer = async (conversationId: string, text: string): Promise<string> => {
    const id = await queue(conversationId, text)
    clock.advance(12 * SECOND)
    await worker.runDue()
    return id
  }
  const tokenOf = async (conversationId: string): Promise<string> =>
    writeReplyToken(keys, (await accessConversation(system, db.read, conversationId)).short)
  /** The customer answers in a conversation. */
  const reply = async (from: Person, conversationId: string, text: string, more: Partial<Incoming> = {}): Promise<Received> =>
    write(from, text, { tokens: [await tokenOf(conversationId)], ...more })

  const caseOf = async (conversationId: string): Promise<CaseRow> =>
    accessCase(system, db.read, (await conversationForCase(db.read, conversationId))!.caseId!)
  const contactOf = async (conversationId: string): Promise<string> => {
    const { contact_id } = await caseOf(conversationId)
    return [...(await contactSummaries(db.read, [contact_id!])).values()][0]!.id
  }
  return { db, clock, inbox, ines, agent, ask, mailOf, write, reply, queue, answer, worker, caseOf, contactOf, later, jobs, system, keys }
}

export type FlowerShop = Awaited<ReturnType<typeof flowerShop>>

function mail(from: Person, text: string, more: Partial<Incoming>): Incoming {
  const messageId = `<${newId(new Date())}@mail.example>`
  return {
    channel: "mail",
    sourceKey: newId(new Date()),
    via: "smtp",
    inboxIds: [],
    tokens: [],
    envelope: { from: from.address, to: ["care@fleurs.example"] },
    original: createHash("sha256").update(text).digest("hex"),
    size: text.length,
    contentKey: createHash("sha256").update(messageId).digest("hex"),
    messageId,
    inReplyTo: null,
    references: [],
    from,
    claimed: from,
    replyTo: [],
    to: [{ name: "", address: "care@fleurs.example" }],
    cc: [],
    subject: "Mon bouquet",
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
    receivedAt: new Date(0),
    ...more,
  }
}
