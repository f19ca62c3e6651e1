import { connect } from "node:net"
import { connect as connectTls } from "node:tls"
import type { Listen } from "#platform"

/** What a mail server says first, or why it said nothing. */
export type Banner = { line: string } | { problem: string }

/** Waits for the first line of an SMTP server (RFC 5321 §3.1), and says goodbye. */
export function readBanner({ host, port }: Listen, tls: boolean, timeoutMs = 5000): Promise<Banner> {
  return new Promise((resolve) => {
    const socket = tls ? connectTls({ host, port, servername: host }) : connect({ host, port })
    let text = ""
    const end = (banner: Banner) => {
      socket.destroy()
      resolve(banner)
    }
    socket.setTimeout(timeoutMs, () => end({ problem: "timeout" }))
    socket.on("error", (error: NodeJS.ErrnoException) => end({ problem: error.code ?? error.name }))
    socket.on("end", () => end({ problem: "closed" }))
    socket.setEncoding("latin1").on("data", (piece: string) => {
      text += piece
      if (!text.includes("\n")) return
      socket.write("QUIT\r\n")
      end({ line: text.split(/\r?\n/, 1)[0]!.slice(0, 200) })
    })
  })
}
