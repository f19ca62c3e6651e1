import { once } from "node:events"
import { connect, type Socket } from "node:net"

/** One SMTP session that sends one mail after the other, commands pipelined. */
export class SmtpSession {
  readonly #socket: Socket
  #replies = 0
  #waiting: (() => void) | null = null
  #last: Promise<void> = Promise.resolve()

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on("data", (chunk: Buffer) => {
      for (const line of chunk.toString("latin1").split("\r\n")) {
        if (/^[45]\d\d /.test(line)) throw new Error(line)
        if (/^\d{3} /.test(line)) this.#replies++
      }
      this.#waiting?.()
    })
  }

  static async open(port: number): Promise<SmtpSession> {
    const socket = connect(port, "127.0.0.1")
    await once(socket, "connect")
    const session = new SmtpSession(socket)
    await session.#expect(1)
    socket.write("EHLO bench.example\r\n")
    await session.#expect(1)
    return session
  }

  /** Resolves with the 250 after the data. */
  send(bytes: string): Promise<void> {
    this.#last = this.#last.then(async () => {
      this.#socket.write("MAIL FROM:<camille@rousseau.example>\r\nRCPT TO:<care@shop.example>\r\nDATA\r\n")
      await this.#expect(3)
      this.#socket.write(`${bytes}.\r\n`)
      await this.#expect(1)
    })
    return this.#last
  }

  close(): void {
    this.#socket.end("QUIT\r\n")
  }

  async #expect(count: number): Promise<void> {
    while (this.#replies < count) await new Promise<void>((resolve) => (this.#waiting = resolve))
    this.#replies -= count
  }
}
