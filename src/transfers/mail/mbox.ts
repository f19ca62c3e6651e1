import { type FileHandle, open } from "node:fs/promises"
import { isFromLine, momentOf } from "./from-line.ts"
import type { FoundMail } from "./mail-source.types.ts"

/** How much is looked at together; a mail may be longer. */
const WINDOW = 1_048_576
/** As far as a header is looked at. */
const HEAD = 65_536
/** As far as a line that parts two mails, and the first of the header behind it, are looked at. */
const PARTING = 2_048

/**
 * The mails of an mbox file, one after another, without reading it whole: what is in memory is a window. All four kinds are understood: where
 * lines are masked with `>` (mboxo, mboxrd), and where `Content-Length` says how long a mail is, whether masked (mboxcl) or not (mboxcl2).
 * A line parts two mails when it reads like one, an empty line is before it, and a header behind it.
 */
export async function* mailsOfMbox(path: string, name: string): AsyncGenerator<FoundMail> {
  const file = await open(path, "r")
  try {
    const window = new Window(file)
    let parting = await firstParting(window)
    while (parting) {
      const began = parting.end
      const head = await window.at(began, HEAD)
      const told = await toldLength(window, began, head)
      const next = told === null ? await nextParting(window, began) : await partingAt(window, told)
      const end = told ?? (next ? await withoutEmptyLine(window, began, next.start) : await endOf(window, began))
      const length = end - began
      yield {
        file: name,
        offset: began,
        length,
        masked: told === null || !(await hasBareFrom(window, began, end)),
        came: momentOf(parting.line),
        head: head.subarray(0, Math.min(length, HEAD)),
      }
      parting = next
    }
  } finally {
    await file.close()
  }
}

/** One mail's bytes, as they were before they were put into the archive. */
export async function readFromMbox(
  path: string,
  { offset, length, masked }: Pick<FoundMail, "offset" | "length" | "masked">,
): Promise<Buffer> {
  const file = await open(path, "r")
  try {
    const bytes = Buffer.alloc(length)
    await file.read(bytes, 0, length, offset)
    return masked ? unmask(bytes) : bytes
  } finally {
    await file.close()
  }
}

/** Takes one `>` from each line that is `>From `, `>>From ` and so on (mboxrd; what mboxo masks looks the same). */
export function unmask(bytes: Buffer): Buffer {
  if (!bytes.includes(">From ")) return bytes
  return Buffer.from(bytes.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1")
}

interface Parting {
  start: number
  /** Where the mail behind it begins. */
  end: number
  line: string
}

async function firstParting(window: Window): Promise<Parting | null> {
  const head = (await window.at(0, PARTING)).toString("latin1")
  // A mark that some programs put before all else, and empty lines.
  const lead = /^(?:\xef\xbb\xbf)?(?:\r?\n)*/.exec(head)?.[0].length ?? 0
  return (await partingAt(window, lead)) ?? nextParting(window, 0)
}

/** The parting that begins here, or after one empty line; null: something else does. */
async function partingAt(window: Window, at: number): Promise<Parting | null> {
  const text = (await window.at(at, PARTING)).toString("latin1")
  const lead = /^(?:\r?\n){0,2}/.exec(text)?.[0].length ?? 0
  const found = /^(From [^\r\n]*)\r?\n(?:[!-9;-~]+[ \t]*:|>From )/.exec(text.slice(lead))
  if (!found || !isFromLine(found[1]!)) return null
  const start = at + lead
  const end = start + found[0].indexOf("\n") + 1
  return { start, end, line: found[1]! }
}

async function nextParting(window: Window, from: number): Promise<Parting | null> {
  for (let at = from; ;) {
    const found = await window.find(NEEDLE, at)
    if (found < 0) return null
    const before = Math.max(0, found - 2)
    const empty = /\n\r?$/.test((await window.at(before, found - before)).toString("latin1"))
    const parting = empty ? await partingAt(window, found + 1) : null
    if (parting) return parting
    at = found + 1
  }
}

const NEEDLE = Buffer.from("\nFrom ")

/** Where a mail ends that says how long it is: believed where the file ends there, or another mail begins. */
async function toldLength(window: Window, began: number, head: Buffer): Promise<number | null> {
  const text = head.toString("latin1")
  const blank = /\r?\n\r?\n/.exec(text)
  if (!blank) return null
  const told = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(text.slice(0, blank.index))?.[1]
  if (told === undefined) return null
  const end = began + blank.index + blank[0].length + Number(told)
  const rest = await window.at(end, 8)
  const atEnd = end <= window.size && rest.toString("latin1").trim() === "" && end + rest.length >= window.size
  return atEnd || (await partingAt(window, end)) ? end : null
}

async function hasBareFrom(window: Window, began: number, end: number): Promise<boolean> {
  const found = await window.find(NEEDLE, began)
  return found >= 0 && found < end - 1
}

/** The empty line before a parting belongs to the archive. */
async function withoutEmptyLine(window: Window, began: number, start: number): Promise<number> {
  const before = (await window.at(Math.max(began, start - 4), start - Math.max(began, start - 4))).toString("latin1")
  return start - (/\n(\r?\n)$/.exec(before)?.[1]?.length ?? 0)
}

async function endOf(window: Window, began: number): Promise<number> {
  return withoutEmptyLine(window, began, window.size)
}

/** A file as a moving window of bytes. */
class Window {
  readonly #file: FileHandle
  #start = 0
  #bytes = Buffer.alloc(0)
  size = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  async at(offset: number, length: number): Promise<Buffer> {
    await this.#have(offset, length)
    const from = offset - this.#start
    return this.#bytes.subarray(Math.max(0, from), Math.max(0, from + length))
  }

  /** Where the bytes next stand, or -1. */
  async find(needle: Buffer, from: number): Promise<number> {
    for (let at = from; ;) {
      await this.#have(at, needle.length)
      const found = this.#bytes.indexOf(needle, at - this.#start)
      if (found >= 0) return this.#start + found
      const end = this.#start + this.#bytes.length
      if (end >= this.size) return -1
      at = Math.max(at, end - needle.length + 1)
      await this.#read(at)
    }
  }

  async #have(offset: number, length: number): Promise<void> {
    if (this.size === 0) this.size = (await this.#file.stat()).size
    const wanted = Math.min(offset + length, this.size)
    if (offset < this.#start || wanted > this.#start + this.#bytes.length) await this.#read(offset)
  }

  async #read(offset: number): Promise<void> {
    const bytes = Buffer.alloc(WINDOW)
    const { bytesRead } = await this.#file.read(bytes, 0, WINDOW, offset)
    this.#start = offset
    this.#bytes = bytes.subarray(0, bytesRead)
  }
}
