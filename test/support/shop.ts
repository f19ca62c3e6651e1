import { SECOND } from "#platform"
import { closeAfterwards } from "./database.ts"
import { type ApiOptions, type Json, until } from "./house.ts"
import { type InsideHouse, openInside } from "./inside.ts"
import { type Relayed, type RelayScript, TestRelay } from "./relay.ts"
import { SmtpClient } from "./smtp-client.ts"

/** A mail as a person's mail program writes it. */
export interface Letter {
  /** `Camille Rousseau <camille@rousseau.example>` */
  from: string
  to: string | string[]
  /** What it was sent to, when that isn't what it says. */
  envelopeTo?: string[]
  envelopeFrom?: string
  subject?: string
  text: string
  messageId?: string
  /** More header lines. */
  headers?: string[]
}

type Options = Parameters<typeof openInside>[0] & { address?: string; language?: "en" | "fr"; acknowledge?: boolean; relay?: RelayScript }

/** A shop with a desk: mail comes in by SMTP, leaves through a relay that keeps it, and time passes when the test says so. */
export class Shop {
  readonly inside: InsideHouse
  readonly relay: TestRelay
  readonly address: string
  /** Of an agent's rights, for the API. */
  readonly token: string
  #smtp: SmtpClient | null = null
  #letters = 0

  private constructor(inside: InsideHouse, relay: TestRelay, address: string, token: string) {
    this.inside = inside
    this.relay = relay
    this.address = address
    this.token = token
  }

  static async open(options: Options = {}): Promise<Shop> {
    const { address = "bonjour@fleurs-rousseau.example", language = "fr", acknowledge = false, env, relay: script, ...rest } = options
    const relay = await TestRelay.open(script)
    closeAfterwards(() => relay.close())
    const inside = await openInside({ ...rest, env: { VIGIE_RELAY: relay.url.href, ...env } })
    await inside.inbox(address, { language, acknowledge })
    return new Shop(inside, relay, address, await inside.token("lead"))
  }

  /** Asks the API as the shop's lead, and insists on success. */
  async ask(path: string, options: ApiOptions = {}): Promise<Json> {
    const { status, body } = await this.inside.api(path, { token: this.token, ...options })
    if (status >= 300) throw new Error(`${path} → ${status} ${JSON.stringify(body)}`)
    return body
  }

  /** Sends a mail to the shop; gives the message that it became. */
  async receive(letter: Letter): Promise<Json> {
    const messageId = await this.post(letter)
    const found = await this.ask(`/api/messages?messageId=${encodeURIComponent(messageId)}`)
    if (!found.items[0]) throw new Error(`Filed nowhere: ${messageId}`)
    return found.items[0]
  }

  /** Sends a mail to the shop and waits until it is filed. Gives its Message-ID. */
  async post(letter: Letter): Promise<string> {
    const messageId = letter.messageId ?? `<${++this.#letters}.${this.inside.clock.now().getTime()}@${/@([\w.-]+)/.exec(letter.from)?.[1]}>`
    await this.deliver({
      from: letter.envelopeFrom ?? addressIn(letter.from),
      to: letter.envelopeTo ?? addressesIn(letter.to),
      bytes: written({ ...letter, messageId }, this.inside.clock.now()),
    })
    return messageId
  }

  /** Hands bytes to the shop's own intake, and waits until they are filed. */
  async deliver({ from, to, bytes }: { from: string; to: string[]; bytes: string }): Promise<void> {
    const fresh = this.#smtp === null
    this.#smtp ??= await SmtpClient.open(this.inside.house.ports.smtp)
    if (fresh) closeAfterwards(async () => this.#smtp?.destroy())
    const { code, text } = await this.#smtp.mail(from, to, Buffer.from(bytes, "utf8"), fresh)
    if (code !== 250) throw new Error(text)
    await this.inside.house.settle()
  }

  /** Answers in a conversation; it leaves after its undo time. */
  async answer(conversationId: string, text: string, more: object = {}): Promise<Json> {
    return this.ask(`/api/conversations/${conversationId}/replies`, { body: { text, ...more } })
  }

  /** The moment comes, and all that was due by then is done. */
  async until(moment: string | Date): Promise<void> {
    this.inside.clock.set(moment)
    await this.inside.house.settle()
  }

  /** A minute passes: nothing waits for its undo time any more. */
  async aMinuteLater(): Promise<void> {
    await this.until(new Date(this.inside.clock.now().getTime() + 60 * SECOND))
  }

  /** The mail that has left for somebody, the last one. */
  async mailTo(address: string, fits: (mail: Relayed) => boolean = () => true): Promise<Relayed> {
    return until(`a mail to ${address}`, async () => this.relay.mails.findLast((mail) => mail.to.includes(address) && fits(mail)))
  }
}

/** A header of a mail as one line, or null. */
export function header(bytes: string, name: string): string | null {
  const head = bytes.slice(0, bytes.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ")
  return new RegExp(`^${name}: ?(.*)$`, "im").exec(head)?.[1] ?? null
}

/** The address inside `Name <address>`. */
export const addressIn = (text: string): string => /<([^>]*)>/.exec(text)?.[1] ?? text.trim()

const addressesIn = (to: string | string[]): string[] => [to].flat().map(addressIn)

/** The mail's text, before it is bytes. */
export function written(letter: Letter & { messageId: string }, at: Date): string {
  return [
    `From: ${letter.from}`,
    `To: ${[letter.to].flat().join(", ")}`,
    `Subject: ${letter.subject ?? "Ma commande"}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: ${letter.messageId}`,
    ...(letter.headers ?? []),
    "MIME-Version: 1.0",
    ...(letter.headers?.some((line) => /^content-type:/i.test(line))
      ? []
      : ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]),
    "",
    letter.text.replace(/\r?\n/g, "\r\n"),
    "",
  ].join("\r\n")
}
