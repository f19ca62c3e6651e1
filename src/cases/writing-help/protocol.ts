import { FetchRefused, type SafeFetch } from "#platform"

export interface Said {
  role: "system" | "user"
  content: string
}

/** Why no help came, as a code with a sentence of its own (`writing.failed.CODE`). */
export class NoHelp extends Error {
  override readonly name = "NoHelp"
  readonly code: NoHelpCode
  /** What the service itself said, for an administrator. */
  readonly detail: string
  constructor(code: NoHelpCode, detail = "") {
    super(code)
    this.code = code
    this.detail = detail.slice(0, 300)
  }
}
export type NoHelpCode =
  | "unreachable"
  | "slow"
  | "too-large"
  | "address"
  | "key"
  | "model"
  | "busy"
  | "refused"
  | "unreadable"
  | "cut"
  | "stopped"

export interface Service {
  baseUrl: string
  key: string | null
  model: string
}

const LONGEST_ANSWER = 1_000_000
const WHOLE_TIME = 90_000

/**
 * Asks a service that speaks OpenAI's chat completions, and gives its words as they come. It is given no tools, and nothing in what
 * it says is acted on. @throws NoHelp
 */
export async function* complete(
  outbound: SafeFetch,
  { baseUrl, key, model }: Service,
  messages: readonly Said[],
  signal: AbortSignal,
  timeoutMs = WHOLE_TIME,
): AsyncIterable<string> {
  try {
    const answer = await outbound.stream(`${baseUrl}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream, application/json",
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({ model, messages, stream: true, temperature: 0.3, max_tokens: 4000 }),
      maxBytes: LONGEST_ANSWER,
      timeoutMs,
      signal,
    })
    if (answer.status !== 200) throw refusalOf(answer.status, await textOf(answer.chunks))
    const streamed = answer.headers.get("content-type")?.includes("text/event-stream") ?? false
    yield* streamed ? readEvents(answer.chunks) : readWhole(await textOf(answer.chunks))
  } catch (error) {
    if (signal.aborted) throw new NoHelp("stopped")
    throw error instanceof FetchRefused ? new NoHelp(reasonOf(error)) : error
  }
}

function reasonOf({ reason }: FetchRefused): NoHelpCode {
  if (reason === "timeout") return "slow"
  if (reason === "too-large") return "too-large"
  return reason === "address" || reason === "port" || reason === "scheme" ? "address" : "unreachable"
}

function refusalOf(status: number, body: string): NoHelp {
  const said = errorIn(body)
  if (status === 401 || status === 403) return new NoHelp("key", said)
  if (status === 404) return new NoHelp("model", said)
  return new NoHelp(status === 429 || status === 503 || status === 529 ? "busy" : "refused", said)
}

function errorIn(body: string): string {
  const read = parse(body)
  return textAt(read, "error", "message") ?? textAt(read, "message") ?? ""
}

/** Server-sent events: `data: {…}` lines, until `data: [DONE]` or the end. */
async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder()
  let rest = ""
  let understood = false
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split(/\r?\n/)
    rest = lines.pop() ?? ""
    for (const line of lines) {
      if (!line.startsWith("data:")) continue
      const data = line.slice(5).trim()
      if (data === "[DONE]") return
      const read = parse(data)
      const failed = textAt(read, "error", "message")
      if (failed !== null) throw new NoHelp("refused", failed)
      const choice = firstChoice(read)
      if (choice === null) {
        if (read === null) throw new NoHelp("unreadable")
        continue // what a service adds of its own, such as counts
      }
      understood = true
      const refusal = textAt(choice, "delta", "refusal")
      if (refusal) throw new NoHelp("refused", refusal)
      const words = textAt(choice, "delta", "content")
      if (words) yield words
      if (textAt(choice, "finish_reason") === "length") throw new NoHelp("cut")
    }
  }
  if (!understood) throw new NoHelp("unreadable")
}

/** A service that doesn't stream answers once. */
function* readWhole(body: string): Iterable<string> {
  const choice = firstChoice(parse(body))
  const refusal = textAt(choice, "message", "refusal")
  if (refusal) throw new NoHelp("refused", refusal)
  const words = textAt(choice, "message", "content")
  if (words === null) throw new NoHelp("unreadable")
  yield words
  if (textAt(choice, "finish_reason") === "length") throw new NoHelp("cut")
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString("utf8")
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON: whoever reads it says so
  }
}

function firstChoice(read: unknown): unknown {
  const choices = at(read, "choices")
  return Array.isArray(choices) ? (choices[0] ?? null) : null
}

function textAt(value: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>((inner, name) => at(inner, name), value)
  return typeof found === "string" ? found : null
}

function at(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : null
}
