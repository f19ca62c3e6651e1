import { connect, type Socket } from "node:net"
import { connect as connectTls } from "node:tls"

/** One answer of a server: its code, and its lines without code. */
export interface SmtpAnswer {
  code: number
  lines: string[]
  text: string
}

/** A bare SMTP client that sends exactly the bytes it is given and hands back the answers one by one. */
export class SmtpClient {
  #socket: Socket
  #unread = ""
  #answers: SmtpAnswer[] = []
  #waiting: ((answer: SmtpAnswer | null) => void)[] = []
  #lines: string[] = []
  #ended = false

  constructor(socket: Socket) {
    this.#socket = socket
    this.#listen()
  }

  /** Connects and, unless told otherwise, takes the greeting. */
  static async open(port: number, options: { greeting?: boolean; host?: string } = {}): Promise<SmtpClient> {
    const socket = connect({ port, host: options.host ?? "127.0.0.1", allowHalfOpen: true })
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject))
    const client = new SmtpClient(socket)
    if (options.greeting !== false) await client.answer()
    return client
  }

  /** Writes bytes as they are. */
  write(bytes: string | Uint8Array): void {
    this.#socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes)
  }

  /** The next answer, or null when the server has closed. */
  answer(): Promise<SmtpAnswer | null> {
    const ready = this.#answers.shift()
    if (ready) return Promise.resolve(ready)
    if (this.#ended) return Promise.resolve(null)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** One command line and its answer. */
  async say(line: string): Promise<SmtpAnswer> {
    this.write(`${line}\r\n`)
    const answer = await this.answer()
    if (!answer) throw new Error(`The server closed after ${line}`)
    return answer
  }

  /** EHLO, MAIL, RCPT, DATA and the bytes, dots stuffed. Gives the answer to the end, or to the first command refused. */
  async mail(from: string, to: string[], bytes: string | Buffer, greet = true): Promise<SmtpAnswer> {
    if (greet) await this.say("EHLO client.example")
    for (const line of [`MAIL FROM:<${from}>`, ...to.map((address) => `RCPT TO:<${address}>`), "DATA"]) {
      const answer = await this.say(line)
      if (answer.code >= 400) return answer
    }
    const text = typeof bytes === "string" ? bytes : bytes.toString("latin1")
    return this.say(`${text.replace(/(^|\r\n)\./g, "$1..")}${text.endsWith("\r\n") ? "" : "\r\n"}.`)
  }

  /** Turns the connection to TLS and speaks on inside it. `plain` is sent in clear text behind STARTTLS, as an attacker would. */
  async startTls(plain = ""): Promise<void> {
    this.write(`STARTTLS\r\n${plain}`)
    const answer = await this.answer()
    if (answer?.code !== 220) throw new Error(`STARTTLS: ${answer?.text}`)
    this.#socket.removeAllListeners("data").removeAllListeners("end").removeAllListeners("close")
    const secure = connectTls({ socket: this.#socket, rejectUnauthorized: false })
    await new Promise<void>((resolve, reject) => secure.once("secureConnect", resolve).once("error", reject))
    this.#socket = secure
    this.#listen()
  }

  /** Closes our side; the server's answers still come. */
  end(): void {
    this.#socket.end()
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #listen(): void {
    this.#socket.on("data", (chunk: Buffer) => this.#read(chunk.toString("latin1")))
    this.#socket.on("end", () => this.#finish())
    this.#socket.on("close", () => this.#finish())
    this.#socket.on("error", () => this.#finish())
  }

  #read(text: string): void {
    const lines = (this.#unread + text).split("\r\n")
    this.#unread = lines.pop() ?? ""
    for (const line of lines) {
      this.#lines.push(line.slice(4))
      if (line[3] === "-") continue
      const answer = { code: Number(line.slice(0, 3)), lines: this.#lines, text: line }
      this.#lines = []
      const waiting = this.#waiting.shift()
      if (waiting) waiting(answer)
      else this.#answers.push(answer)
    }
  }

  #finish(): void {
    this.#ended = true
    this.#socket.end()
    for (const waiting of this.#waiting.splice(0)) waiting(null)
  }
}
