import { createServer, type Server, type Socket } from "node:net"
import type { AddressInfo } from "node:net"

/** What a relay took: the envelope and the bytes, dots unstuffed. */
export interface Relayed {
  from: string
  to: string[]
  bytes: string
}

/** How it misbehaves. Each function may answer for itself, or give null for the ordinary answer. */
export interface RelayScript {
  extensions?: string[]
  greeting?: string | null
  /** A command line; "" keeps silent, "drop" ends the connection. */
  command?: (line: string, nth: number) => string | null
  /** While data comes in: "drop" ends the connection. */
  data?: (bytesSoFar: number) => "drop" | null
  /** After the whole mail. "drop" ends the connection without a word, "drop-after:250 ok" says something first, "" keeps silent. */
  end?: (mail: Relayed) => string | null
}

/** A relay on loopback that does as it is told, over raw TCP. */
export class TestRelay {
  readonly mails: Relayed[] = []
  connections = 0
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(script: RelayScript) {
    this.#server = createServer((socket) => this.#serve(socket, script))
  }

  static async open(script: RelayScript = {}): Promise<TestRelay> {
    const relay = new TestRelay(script)
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve))
    return relay
  }

  get url(): URL {
    return new URL(`smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #serve(socket: Socket, script: RelayScript): void {
    this.connections++
    this.#sockets.add(socket)
    socket.on("close", () => this.#sockets.delete(socket)).on("error", () => socket.destroy())
    let unread = ""
    let nth = 0
    let mail: Relayed | null = null
    let taking = false
    const answer = (text: string): void => {
      if (text === "drop") return void socket.destroy()
      if (text.startsWith("drop-after:")) return void socket.end(`${text.slice(11)}\r\n`, () => socket.destroy())
      if (text) socket.write(`${text}\r\n`)
    }
    const command = (line: string): void => {
      const said = script.command?.(line, nth++)
      if (said !== null && said !== undefined) return answer(said)
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === "EHLO")
        return answer(
          ["relay.example", ...(script.extensions ?? ["PIPELINING", "SIZE 10000000", "8BITMIME"])]
            .map((e, i, all) => `250${i < all.length - 1 ? "-" : " "}${e}`)
            .join("\r\n"),
        )
      if (verb === "MAIL") mail = { from: /<(.*)>/.exec(line)?.[1] ?? "", to: [], bytes: "" }
      if (verb === "RCPT") mail?.to.push(/<(.*)>/.exec(line)?.[1] ?? "")
      if (verb === "DATA") taking = true
      answer(verb === "DATA" ? "354 go on" : verb === "QUIT" ? "drop-after:221 bye" : "250 ok")
    }
    answer(script.greeting === undefined ? "220 relay.example ESMTP" : (script.greeting ?? ""))
    socket.on("data", (chunk: Buffer) => {
      unread += chunk.toString("latin1")
      while (!socket.destroyed) {
        if (taking && mail) {
          if (script.data?.(unread.length) === "drop") return void socket.destroy()
          const end = unread.startsWith(".\r\n") ? -2 : unread.indexOf("\r\n.\r\n")
          if (end === -1) return
          mail.bytes = unread.slice(0, end + 2).replace(/(^|\r\n)\.\./g, "$1.")
          unread = unread.slice(end + 5)
          taking = false
          const said = script.end?.(mail)
          if (said === null || said === undefined || /250/.test(said)) this.mails.push(mail)
          answer(said ?? "250 2.0.0 queued as 4711")
        } else {
          const line = unread.indexOf("\r\n")
          if (line < 0) return
          const text = unread.slice(0, line)
          unread = unread.slice(line + 2)
          command(text)
        }
      }
    })
  }
}
