import { failpoint } from "#platform"
import type { RelayAddress } from "./relay-address.ts"
import { RelayGone, type SmtpReply, SmtpSocket } from "./smtp-socket.ts"
import { stuffDots } from "./stuff-dots.ts"

/** In milliseconds; the standard ones follow RFC 5321 §4.5.3.2, cut to what a lease on the outbox allows. */
export interface RelayTimeouts {
  connect: number
  command: number
  /** For one piece of the data to be taken. */
  data: number
  /** From the last byte to its answer. */
  end: number
}

export const RELAY_TIMEOUTS: RelayTimeouts = { connect: 30_000, command: 60_000, data: 60_000, end: 240_000 }

/** The relay said no before there was anything to send. */
export class RelayRefused extends Error {
  override readonly name = "RelayRefused"
}

/** What became of one message. `answer`: the relay's own words. */
export interface SessionOutcome {
  kind: "sent" | "refused" | "deferred" | "uncertain"
  answer: string
  refused: { address: string; answer: string }[]
}

export interface RelayMail {
  mailFrom: string
  recipients: readonly string[]
  bytes: Buffer
}

/** One SMTP session with the relay; several messages may go through it, one after the other. */
export class RelaySession {
  readonly #socket: SmtpSocket
  readonly #timeouts: RelayTimeouts
  #extensions = new Map<string, string>()

  private constructor(socket: SmtpSocket, timeouts: RelayTimeouts) {
    this.#socket = socket
    this.#timeouts = timeouts
  }

  /** Connected, in TLS where it is to be had, signed in. @throws RelayGone, RelayRefused */
  static async open(relay: RelayAddress, name: string, timeouts: RelayTimeouts = RELAY_TIMEOUTS): Promise<RelaySession> {
    const socket = await SmtpSocket.open(relay.host, relay.port, timeouts.connect, relay.implicitTls ? relay : null)
    const session = new RelaySession(socket, timeouts)
    try {
      await session.#greet(relay, name)
    } catch (error) {
      socket.destroy()
      throw error
    }
    return session
  }

  get open(): boolean {
    return this.#socket.open
  }

  /**
   * One message. All its recipients or none while the relay hesitates about one; those it refuses for good are told apart. Until the
   * last byte a broken connection means that nothing was sent; after it, nobody can know.
   */
  async send(mail: RelayMail): Promise<SessionOutcome> {
    let lastByte = false
    try {
      const before = await this.#envelope(mail)
      if ("kind" in before) return before
      const start = await this.#say("DATA")
      if (start.code !== 354) return outcome(start, before.refused)
      await this.#content(mail.bytes)
      lastByte = true
      await this.#socket.write(Buffer.from(".\r\n"), this.#timeouts.data)
      failpoint("after-last-byte")
      const end = await this.#socket.reply(this.#timeouts.end)
      failpoint("after-relay-250")
      return outcome(end, before.refused)
    } catch (error) {
      if (!(error instanceof RelayGone)) throw error
      this.#socket.destroy()
      return { kind: lastByte ? "uncertain" : "deferred", answer: error.message, refused: [] }
    }
  }

  /** Says goodbye without waiting for the answer. */
  close(): void {
    if (this.open)
      void this.#socket.write(Buffer.from("QUIT\r\n"), 1000).then(
        () => this.#socket.destroy(),
        () => this.#socket.destroy(),
      )
  }

  destroy(): void {
    this.#socket.destroy()
  }

  async #greet(relay: RelayAddress, name: string): Promise<void> {
    expect(await this.#socket.reply(this.#timeouts.command), 220)
    await this.#hello(name)
    if (!relay.implicitTls && (relay.requireTls || this.#extensions.has("STARTTLS"))) {
      expect(await this.#say("STARTTLS"), 220)
      await this.#socket.startTls(relay.host, relay.verify, this.#timeouts.connect)
      await this.#hello(name)
    }
    if (relay.auth) await this.#signIn(relay.auth)
  }

  async #hello(name: string): Promise<void> {
    const answer = await this.#say(`EHLO ${name}`)
    if (answer.code >= 500) expect(await this.#say(`HELO ${name}`), 250)
    else expect(answer, 250)
    const lines = answer.code === 250 ? answer.text.slice(4).split("\n").slice(1) : []
    this.#extensions = new Map(
      lines.map((line) => [line.split(/[ =]/)[0]!.toUpperCase(), line.slice(line.search(/[ =]|$/) + 1).toUpperCase()]),
    )
  }

  async #signIn({ user, password }: { user: string; password: string }): Promise<void> {
    const base64 = (text: string) => Buffer.from(text).toString("base64")
    const ways = (this.#extensions.get("AUTH") ?? "").split(" ")
    if (ways.includes("LOGIN") && !ways.includes("PLAIN")) {
      expect(await this.#say("AUTH LOGIN"), 334)
      expect(await this.#say(base64(user)), 334)
      return expect(await this.#say(base64(password)), 235)
    }
    expect(await this.#say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`), 235)
  }

  async #envelope({ mailFrom, recipients, bytes }: RelayMail): Promise<SessionOutcome | Pick<SessionOutcome, "refused">> {
    const beyond = [mailFrom, ...recipients].find((address) => /[^\x20-\x7e]/.test(address))
    if (beyond && !this.#extensions.has("SMTPUTF8"))
      return { kind: "refused", answer: `The relay doesn't offer SMTPUTF8, which ${beyond} needs`, refused: [] }
    const size = this.#extensions.has("SIZE") ? ` SIZE=${bytes.length}` : ""
    const utf8 = beyond ? " SMTPUTF8" : ""
    const eight = this.#extensions.has("8BITMIME") && bytes.some((byte) => byte > 127) ? " BODY=8BITMIME" : ""
    const from = await this.#say(`MAIL FROM:<${mailFrom}>${size}${eight}${utf8}`)
    if (from.code !== 250) return this.#startOver(outcome(from, []))
    const refused: SessionOutcome["refused"] = []
    for (const address of recipients) {
      const answer = await this.#say(`RCPT TO:<${address}>`)
      if (answer.code >= 200 && answer.code < 300) continue
      if (answer.code < 500) return this.#startOver({ kind: "deferred", answer: answer.text, refused: [] })
      refused.push({ address, answer: answer.text })
    }
    if (refused.length < recipients.length) return { refused }
    return this.#startOver({ kind: "refused", answer: refused.map(({ answer }) => answer).join("\n"), refused })
  }

  async #startOver(result: SessionOutcome): Promise<SessionOutcome> {
    const answer = await this.#say("RSET").catch((): SmtpReply => ({ code: 0, text: "" })) // the outcome stands; the session is just not used again
    if (answer.code !== 250) this.#socket.destroy()
    return result
  }

  async #content(bytes: Buffer): Promise<void> {
    const piece = 256 * 1024
    const stuffed = stuffDots(bytes)
    for (let at = 0; at < stuffed.length; at += piece) await this.#socket.write(stuffed.subarray(at, at + piece), this.#timeouts.data)
  }

  #say(line: string): Promise<SmtpReply> {
    return this.#socket.say(line, this.#timeouts.command)
  }
}

function outcome({ code, text }: SmtpReply, refused: SessionOutcome["refused"]): SessionOutcome {
  if (code >= 200 && code < 300) return { kind: "sent", answer: text, refused }
  return { kind: code >= 500 ? "refused" : "deferred", answer: text, refused }
}

function expect(reply: SmtpReply, code: number): void {
  if (reply.code !== code) throw new RelayRefused(reply.text)
}
