import { connect, isIP, type Socket } from "node:net"
import { connect as connectTls } from "node:tls"

/** One answer of the other side: its code and its own words, lines joined. */
export interface SmtpReply {
  code: number
  text: string
}

/** The connection is over: closed, broken, silent for too long, or it spoke something that isn't SMTP. */
export class RelayGone extends Error {
  override readonly name = "RelayGone"
}

const MOST_REPLY_BYTES = 64 * 1024

/** Lines out, replies in. Every wait has an end. */
export class SmtpSocket {
  #socket: Socket
  #unread = ""
  #lines: string[] = []
  #replies: SmtpReply[] = []
  #waiting: { resolve: (reply: SmtpReply) => void; reject: (error: RelayGone) => void } | null = null
  #gone: RelayGone | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    this.#listen()
  }

  /** @throws RelayGone when nobody answers in time. */
  static async open(host: string, port: number, timeoutMs: number, tls: { verify: boolean } | null): Promise<SmtpSocket> {
    const socket = tls ? connectTls(port, host, { ...nameFor(host), rejectUnauthorized: tls.verify }) : connect(port, host)
    await within(
      timeoutMs,
      socket,
      new Promise<void>((resolve, reject) => socket.once(tls ? "secureConnect" : "connect", resolve).once("error", reject)),
    )
    socket.setNoDelay(true)
    return new SmtpSocket(socket)
  }

  /** @throws RelayGone */
  reply(timeoutMs: number): Promise<SmtpReply> {
    const ready = this.#replies.shift()
    if (ready) return Promise.resolve(ready)
    if (this.#gone) return Promise.reject(this.#gone)
    return within(timeoutMs, this.#socket, new Promise((resolve, reject) => (this.#waiting = { resolve, reject })))
  }

  async say(line: string, timeoutMs: number): Promise<SmtpReply> {
    await this.write(Buffer.from(`${line}\r\n`), timeoutMs)
    return this.reply(timeoutMs)
  }

  /** Resolves when the system has taken the bytes. @throws RelayGone */
  write(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    if (this.#gone) return Promise.reject(this.#gone)
    const written = new Promise<void>((resolve, reject) => this.#socket.write(bytes, (error) => (error ? reject(error) : resolve())))
    return within(timeoutMs, this.#socket, written)
  }

  /** Goes on inside TLS. What came in clear behind the answer to STARTTLS is not believed. */
  async startTls(host: string, verify: boolean, timeoutMs: number): Promise<void> {
    for (const event of ["data", "close", "error"]) this.#socket.removeAllListeners(event)
    this.#unread = ""
    this.#lines = []
    this.#replies = []
    const plain = this.#socket
    plain.on("error", () => plain.destroy())
    const secure = connectTls({ socket: plain, ...nameFor(host), rejectUnauthorized: verify })
    await within(timeoutMs, secure, new Promise<void>((resolve, reject) => secure.once("secureConnect", resolve).once("error", reject)))
    this.#socket = secure
    this.#listen()
  }

  /** Usable: not over, and nothing unasked was said (a 421 before hanging up). */
  get open(): boolean {
    return this.#gone === null && this.#replies.length === 0
  }

  destroy(): void {
    this.#end(new RelayGone("closed by us"))
    this.#socket.destroy()
  }

  #listen(): void {
    const socket = this.#socket
    socket.on("data", (chunk: Buffer) => this.#read(chunk.toString("utf8")))
    socket.on("error", (error: Error) => this.#end(new RelayGone(error.message, { cause: error })))
    socket.on("close", () => this.#end(new RelayGone("the relay closed the connection")))
  }

  #read(text: string): void {
    const lines = (this.#unread + text).split("\n")
    this.#unread = lines.pop() ?? ""
    if (this.#unread.length > MOST_REPLY_BYTES || this.#lines.length > 500) return this.destroy()
    for (const line of lines) {
      const parts = /^(\d{3})([ -]?)(.*?)\r?$/.exec(line)
      if (!parts) return this.destroy()
      this.#lines.push(parts[3]!)
      if (parts[2] === "-") continue
      const reply = { code: Number(parts[1]), text: `${parts[1]} ${this.#lines.join("\n")}`.trim() }
      this.#lines = []
      const waiting = this.#waiting
      this.#waiting = null
      if (waiting) waiting.resolve(reply)
      else this.#replies.push(reply)
    }
  }

  #end(gone: RelayGone): void {
    this.#gone ??= gone
    this.#waiting?.reject(this.#gone)
    this.#waiting = null
  }
}

/** A name goes into the handshake (SNI), an address doesn't. */
function nameFor(host: string): { servername?: string; host: string } {
  return isIP(host) ? { host } : { host, servername: host }
}

async function within<T>(timeoutMs: number, socket: Socket, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new RelayGone(`no answer for ${Math.round(timeoutMs / 1000)} s`)), timeoutMs)
  try {
    return await Promise.race([work, late.promise])
  } catch (error) {
    socket.destroy()
    throw error instanceof RelayGone ? error : new RelayGone(error instanceof Error ? error.message : "broken", { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
