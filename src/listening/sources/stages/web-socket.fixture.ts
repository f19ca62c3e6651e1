import { createHash } from "node:crypto"
import type { IncomingMessage, Server } from "node:http"
import type { Duplex } from "node:stream"

/** The server's end of WebSockets (RFC 6455): it takes them, and sends texts. What clients say isn't read. */
export class WebSockets {
  readonly #open = new Set<Duplex>()

  constructor(server: Server, accept: (query: URLSearchParams, send: (text: string) => void) => number) {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
      socket.on("error", () => {}) // a client that went away
      const { searchParams } = new URL(request.url ?? "/", "http://x")
      const first: string[] = []
      const status = accept(searchParams, (text) => first.push(text))
      if (status !== 101) return void socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\n\r\n`)
      const key = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64")
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`)
      this.#open.add(socket)
      socket.on("close", () => this.#open.delete(socket))
      socket.on("data", (bytes: Buffer) => {
        if ((bytes[0]! & 0x0f) === 8) socket.end(Buffer.from([0x88, 0]))
      })
      for (const text of first) socket.write(frame(text))
    })
  }

  get size(): number {
    return this.#open.size
  }

  send(text: string): void {
    for (const socket of this.#open) socket.write(frame(text))
  }

  close(): void {
    for (const socket of this.#open) socket.destroy()
  }
}

function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, body.length >> 8, body.length & 255])
  return Buffer.concat([head, body])
}
