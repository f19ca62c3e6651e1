/** An event of a stream (HTML Living Standard, § 9.2). A comment, which only says that the stream is alive, has no event. */
export interface ServerEvent {
  event: string | null
  data: string
}

/** More than this in one event is none of ours. */
const LARGEST = 1_000_000

/** The events in what comes of a stream, as they end. */
export async function* serverEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder()
  let rest = ""
  let event = "message"
  let data: string[] = []
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop() ?? ""
    if (rest.length > LARGEST) throw new Error("an event without end")
    for (const line of lines) {
      if (line.startsWith(":")) yield { event: null, data: "" }
      else if (line.startsWith("event:")) event = line.slice(6).trim()
      else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""))
      else if (line === "") {
        if (data.length > 0) yield { event, data: data.join("\n") }
        event = "message"
        data = []
      }
    }
  }
}
