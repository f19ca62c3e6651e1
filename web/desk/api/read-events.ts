export interface ServerEvent {
  id: string | null
  kind: string
  data: string
}

/** The events of a `text/event-stream`, whatever their kinds (an EventSource only hears kinds that it was told by name). */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent | "alive"> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ""
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    yield "alive"
    const blocks = (rest + value.replaceAll("\r\n", "\n")).split("\n\n")
    rest = blocks.pop() ?? ""
    for (const block of blocks) {
      const event = readBlock(block)
      if (event) yield event
    }
  }
}

function readBlock(block: string): ServerEvent | null {
  const event: ServerEvent = { id: null, kind: "message", data: "" }
  let said = false
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":")
    if (colon <= 0) continue
    const name = line.slice(0, colon)
    const value = line.slice(colon + 1).replace(/^ /, "")
    if (name === "id") event.id = value
    else if (name === "event") event.kind = value
    else if (name === "data") event.data += (event.data ? "\n" : "") + value
    else continue
    said = true
  }
  return said ? event : null
}
