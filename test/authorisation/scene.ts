import { sql } from "kysely"
import { noteHint } from "#conversations"
import { addAgent, addToken, issueSignInLink, ROLES, type Role, systemActor } from "#people"
import { closeAfterwards } from "../support/database.ts"
import type { Json } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"
import { type RelayScript, TestRelay } from "../support/relay.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/** Ours: the inbox that the callers see. Theirs: the one they don't. */
export type Side = "ours" | "theirs"

/** Stands in every text, name and address of the other inbox: no answer to a restricted caller may contain it. */
export const MARK = "zephyr"

/** Somebody who asks: with a token or a session, seeing our inboxes only. */
export interface Caller {
  kind: "token" | "agent"
  role: Role
  id: string
  headers: Record<string, string>
  /** How rows name them. */
  ref: string
}

/** What a mail became. */
export interface Filed {
  message: string
  conversation: string
  case: string
  contact: string
  attachment: string
}

const TEST = systemActor("test")

/** One house with two inboxes, and everybody who might ask something of it. */
export class Scene {
  readonly inside: InsideHouse
  readonly callers: Caller[] = []
  /** Ids in the other inbox that nothing told to a restricted caller may contain. */
  readonly secrets = new Set<string>()
  readonly inboxes: Record<Side | "spare", string>
  /** An administrator who sees everything. */
  readonly root: string
  readonly relay: TestRelay
  #smtp: SmtpClient | null = null
  #mails = 0
  #sending: Promise<unknown> = Promise.resolve()

  private constructor(inside: InsideHouse, root: string, inboxes: Record<Side | "spare", string>, relay: TestRelay) {
    this.inside = inside
    this.root = root
    this.inboxes = inboxes
    this.relay = relay
  }

  static async open(script: RelayScript = {}): Promise<Scene> {
    const relay = await TestRelay.open(script)
    closeAfterwards(() => relay.close())
    const inside = await openInside({ env: { VIGIE_RELAY: relay.url.href } })
    const inboxes = {
      ours: await inside.inbox("care@maison-rousseau.example"),
      theirs: await inside.inbox(`press@${MARK}.example`),
      spare: await inside.inbox("shop@maison-rousseau.example"),
    }
    const scene = new Scene(inside, await inside.token("admin"), inboxes, relay)
    for (const role of ROLES) scene.callers.push(await scene.token(role), await scene.agent(role))
    return scene
  }

  get seen(): string[] {
    return [this.inboxes.ours, this.inboxes.spare]
  }

  caller(role: Role, kind: Caller["kind"] = "token"): Caller {
    return this.callers.find((caller) => caller.role === role && caller.kind === kind)!
  }

  async token(role: Role, inboxes: string[] = this.seen): Promise<Caller> {
    const made = await this.inside.db.transact((tx) => addToken(TEST, tx, { name: `${role} of ours`, role, inboxes }))
    return { kind: "token", role, id: made.tokenId, ref: `token:${made.tokenId}`, headers: { authorization: `Bearer ${made.token}` } }
  }

  /** Somebody of flesh and blood, signed in. */
  async agent(role: Role, email = `${role}@maison-rousseau.example`, inboxes: string[] = this.seen): Promise<Caller> {
    const { agentId } = await this.inside.db.transact((tx) => addAgent(TEST, tx, { email, name: `Ines ${role}`, role, inboxes }))
    return { kind: "agent", role, id: agentId, ref: `agent:${agentId}`, headers: await this.signIn(agentId) }
  }

  /** A new session of an agent's, as headers. */
  async signIn(agentId: string): Promise<Record<string, string>> {
    const link = await this.inside.db.transact((tx) => issueSignInLink(tx, agentId))
    const answer = await this.inside.house.app.request(`/api/sign-in/link/${link}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    })
    const cookie = answer.headers.get("set-cookie")?.split(";")[0]
    if (!cookie) throw new Error(`No session: ${answer.status} ${await answer.text()}`)
    return { cookie }
  }

  /** Asks as the administrator, and insists on success. */
  async must(method: string, path: string, body?: unknown): Promise<Json> {
    const { status, body: answer } = await this.inside.api(path, { method, body, token: this.root })
    if (status >= 300) throw new Error(`${method} ${path} → ${status} ${JSON.stringify(answer)}`)
    return answer
  }

  /** A customer's mail, filed. It says that nothing came, and brings a file. */
  async mail(side: Side, who = `customer${++this.#mails}`): Promise<Filed> {
    const [filed] = await this.mails(side, [who])
    return filed!
  }

  mails(side: Side, who: readonly string[]): Promise<Filed[]> {
    const filed = this.#sending.then(() => this.#send(side, who))
    this.#sending = filed.catch(() => {}) // whoever asked for them hears of it
    return filed
  }

  async #send(side: Side, who: readonly string[]): Promise<Filed[]> {
    const to = side === "ours" ? "care@maison-rousseau.example" : `press@${MARK}.example`
    const word = side === "ours" ? "tulip" : MARK
    const fresh = this.#smtp === null
    this.#smtp ??= await SmtpClient.open(this.inside.house.ports.smtp)
    if (fresh) closeAfterwards(async () => this.#smtp?.destroy())
    const ids: string[] = []
    for (const [i, name] of who.entries()) {
      const id = `<${name}.${++this.#mails}@${word}.example>`
      const { code, text } = await this.#smtp.mail(`${name}@${word}.example`, [to], customersMail(word, name, to, id), fresh && i === 0)
      if (code !== 250) throw new Error(text)
      ids.push(id)
    }
    await this.inside.house.settle()
    return Promise.all(ids.map((id) => this.#filed(side, id)))
  }

  async #filed(side: Side, id: string): Promise<Filed> {
    const { items } = await this.must("GET", `/api/messages?messageId=${encodeURIComponent(id)}`)
    const [{ id: message, conversationId: conversation, caseId, from, attachments }] = items
    const filed = { message, conversation, case: caseId, contact: from.contactId, attachment: attachments[0].id }
    if (side === "theirs") for (const secret of Object.values(filed)) this.secrets.add(String(secret))
    return filed
  }

  /** A hint that two conversations may belong together. */
  async hint(side: Side): Promise<string> {
    const [a, b] = await this.mails(side, ["amadou", "camille"])
    await this.inside.db.transact((tx) => noteHint(tx, a!.conversation, b!.conversation, "same-parent"))
    return this.value(sql`select id from related_hints where conversation_id = ${a!.conversation} and related_id = ${b!.conversation}`)
  }

  /** The one value of a query. */
  async value(query: ReturnType<typeof sql>): Promise<string> {
    const { rows } = await query.execute(this.inside.db.read.sql)
    return String(Object.values(rows[0] as Record<string, unknown>)[0])
  }

  async run(query: ReturnType<typeof sql>): Promise<void> {
    await this.inside.db.transact((tx) => query.execute(tx.sql))
  }
}

function customersMail(word: string, name: string, to: string, id: string): string {
  return [
    `From: ${name} ${word} <${name}@${word}.example>`,
    `To: ${to}`,
    `Subject: Parcel of ${word} ${name}`,
    `Message-ID: ${id}`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    `<p>I haven't received my ${word}.</p>`,
    "--b",
    `Content-Type: text/plain; name="${word}.txt"`,
    `Content-Disposition: attachment; filename="${word}.txt"`,
    "",
    `the ${word}`,
    "--b--",
    "",
  ].join("\r\n")
}
