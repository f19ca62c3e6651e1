import { MailboxReader, type ReaderParts } from "./mailbox-reader.ts"
import { openMailboxIds } from "./mailbox-state.ts"

/** The readers of all mailboxes elsewhere. */
export class MailboxReaders {
  readonly #parts: ReaderParts
  readonly #readers = new Map<string, MailboxReader>()
  #closed = false

  constructor(parts: ReaderParts) {
    this.#parts = parts
  }

  async open(): Promise<void> {
    for (const id of await openMailboxIds(this.#parts.db.read)) this.#start(id)
  }

  /** Its settings changed, it is new, or it is gone: starts over with what is there now. Resolves after the first look. */
  async changed(id: string): Promise<void> {
    await this.#readers.get(id)?.stop()
    this.#readers.delete(id)
    const open = await openMailboxIds(this.#parts.db.read)
    if (!open.includes(id) || this.#closed) return
    await this.#start(id).look()
  }

  /** Looks now; resolves when that is done. A mailbox that isn't read has nothing to look at. */
  async look(id: string): Promise<void> {
    await this.#readers.get(id)?.look()
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#readers.values()].map((reader) => reader.stop()))
  }

  #start(id: string): MailboxReader {
    const reader = new MailboxReader(this.#parts, id)
    this.#readers.set(id, reader)
    reader.start()
    return reader
  }
}
