import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"

/** One thing of an export, with the name of the list that it stood in, where it stood in one. */
export interface Item {
  list: string
  /** Null: it isn't JSON, or longer than anything sane. */
  value: Record<string, unknown> | null
}

const LONGEST = 64_000_000
const LISTS = "tickets|users|comments|organizations|audits|conversations|contacts|messages|payload|data|results|ticket_events"
const WRAPPER = new RegExp(`^\\s*\\{\\s*"(${LISTS}|meta|count|next_page|previous_page|end_time|after_cursor|links)"\\s*:`)

/**
 * The things in a JSON export, one after another, however it is written: one a line (NDJSON), one after another, a list, or a page of an API
 * whose lists have names (`{"tickets": […], "users": […]}`, `{"data": {"payload": […]}}`). Only the one at hand is in memory.
 */
export async function* itemsOf(path: string): AsyncGenerator<Item> {
  let text = ""
  const scanner = new Scanner()
  const decoder = new TextDecoder()
  const bytes = createReadStream(path, { highWaterMark: 256_000 })
  for await (const chunk of /\.gz$/i.test(path) ? bytes.pipe(createGunzip()) : bytes) {
    text += decoder.decode(chunk as Buffer, { stream: true })
    const taken = scanner.scan(text)
    yield* taken.items
    text = text.slice(taken.upTo)
    scanner.moved(taken.upTo)
    if (text.length > LONGEST) {
      yield { list: "", value: null }
      return
    }
  }
  const rest = scanner.scan(text, true)
  yield* rest.items
  // What was cut off in the middle isn't taken for all there was.
  if (scanner.open) yield { list: "", value: null }
}

/** Follows brackets and strings through a text that comes in pieces. */
class Scanner {
  #at = 0
  #inString = false
  #escaped = false
  /** The brackets of wrappers that are open, and of the item at hand. */
  #lists: string[] = []
  #depth = 0
  #start = -1

  get open(): boolean {
    return this.#start >= 0 || this.#lists.length > 0
  }

  /** So many characters at the front are gone. */
  moved(by: number): void {
    this.#at -= by
    if (this.#start >= 0) this.#start -= by
  }

  scan(text: string, isAll = false): { items: Item[]; upTo: number } {
    const items: Item[] = []
    let done = 0
    for (; this.#at < text.length; this.#at++) {
      const letter = text.charCodeAt(this.#at)
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (letter === 92) this.#escaped = true
        else if (letter === 34) this.#inString = false
        continue
      }
      if (letter === 34) this.#inString = true
      else if (letter === 123 || letter === 91) {
        const name = /"(\w+)"\s*:\s*$/.exec(text.slice(Math.max(done, this.#at - 60), this.#at))?.[1] ?? ""
        const short = !isAll && letter === 123 && text.length - this.#at < 200 && !text.includes("}", this.#at)
        if (this.#start >= 0) this.#depth++
        else if (short) break // what it is isn't all here yet
        else if (letter === 91 || this.#wraps(text, name)) this.#lists.push(name)
        else {
          this.#start = this.#at
          this.#depth = 1
        }
      } else if (letter === 125 || letter === 93) {
        if (this.#start < 0) this.#lists.pop()
        else if (--this.#depth === 0) {
          items.push({
            list: this.#lists.findLast((name) => name && name !== "data" && name !== "payload") ?? "",
            value: parsed(text.slice(this.#start, this.#at + 1)),
          })
          this.#start = -1
          done = this.#at + 1
        }
      }
    }
    const upTo = this.#start >= 0 ? this.#start : Math.max(done, Math.min(this.#at, text.length) - 60)
    return { items, upTo }
  }

  /** Whether the object that begins here is a page around lists, not a thing in one. */
  #wraps(text: string, name: string): boolean {
    return name === "data" || (this.#lists.length === 0 && WRAPPER.test(text.slice(this.#at, this.#at + 200)))
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null
  } catch {
    return null
  }
}
