import { once } from "node:events"
import { connect } from "node:net"

/** The connection ended before the server had answered. Nothing was promised. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer"
}

/** Hands over one mail. Gives the reply to its last byte: `250 …` is a promise. @throws NoAnswer */
export async function handOver(port: number, mail: { from: string; to: string; bytes: Buffer }): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port })
  socket.on("error", () => {}) // seen as an end below
  const replies = readReplies(socket.setEncoding("latin1"))
  const next = async (): Promise<string> => {
    const { value, done } = await replies.next()
    if (done || value === undefined) throw new NoAnswer("the server is gone")
    return value
  }
  try {
    let reply = await next()
    for (const line of ["EHLO customer.example", `MAIL FROM:<${mail.from}>`, `RCPT TO:<${mail.to}>`, "DATA"]) {
      if (/^[45]/.test(reply)) return reply
      socket.write(`${line}\r\n`)
      reply = await next()
    }
    if (!reply.startsWith("354")) return reply
    socket.write(Buffer.concat([mail.bytes, Buffer.from("\r\n.\r\n")]))
    reply = await next()
    socket.end("QUIT\r\n")
    return reply
  } finally {
    socket.destroy()
    if (!socket.closed) await once(socket, "close")
  }
}

/** Whole replies, the last line of each. */
async function* readReplies(socket: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ""
  try {
    for await (const piece of socket) {
      text += piece
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        if (/^\d{3} /.test(line)) yield line
      }
    }
  } catch {
    // reset: the same as an end
  }
}
