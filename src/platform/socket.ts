import { type Dispatcher, WebSocket } from "undici"

/** A message channel to the outside, read as it comes. */
export interface Socket {
  /** Ends when the other side closes; throws what went wrong. To be read once. */
  messages: AsyncIterable<string | Uint8Array>
  send(text: string): void
  close(): void
}

/** More than this waiting unread: whoever reads is too slow, and begins again from where they are. */
const MOST_WAITING = 20_000

interface SocketOptions {
  dispatcher: Dispatcher
  headers: Record<string, string>
  signal: AbortSignal
  /** So long nothing may come: then the other side isn't there any more, though the line says it is. */
  silenceMs?: number | undefined
  fail: () => Error
}

/** Opens a WebSocket through connections that were checked. `fail` makes the error that a caller understands. */
export async function openSocket(url: URL, { dispatcher, headers, signal, silenceMs, fail }: SocketOptions): Promise<Socket> {
  const socket = new WebSocket(url, { dispatcher, headers })
  socket.binaryType = "arraybuffer"
  const waiting: (string | Uint8Array)[] = []
  const ended: { is: boolean; error: Error | null } = { is: false, error: null }
  let wake = () => {}
  let silence: NodeJS.Timeout | undefined
  const isAlive = () => {
    if (silenceMs === undefined || ended.is) return
    clearTimeout(silence)
    silence = setTimeout(() => end(fail()), silenceMs).unref()
  }
  const end = (error: Error | null) => {
    if (!ended.is) Object.assign(ended, { is: true, error })
    clearTimeout(silence)
    wake()
    socket.close()
  }
  const opened = Promise.withResolvers<void>()
  socket.addEventListener("open", () => {
    isAlive()
    opened.resolve()
  })
  socket.addEventListener("error", () => end(fail()))
  socket.addEventListener("close", () => {
    end(null)
    opened.reject(fail())
  })
  socket.addEventListener("message", ({ data }: { data: unknown }) => {
    if (waiting.length >= MOST_WAITING) return end(fail())
    isAlive()
    waiting.push(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data))
    wake()
  })
  signal.addEventListener("abort", () => end(null), { once: true })
  if (signal.aborted) end(null)
  await opened.promise
  return {
    send: (text) => socket.send(text),
    close: () => end(null),
    messages: (async function* () {
      for (;;) {
        const next = waiting.shift()
        if (next !== undefined) yield next
        else if (ended.is) {
          if (ended.error) throw ended.error
          return
        } else await new Promise<void>((resolve) => (wake = resolve))
      }
    })(),
  }
}
