import { errorFields, failpoint, type Log, type Spool, type SpoolWriter } from "#platform"
import type { MailEnvelope } from "../envelope.ts"
import type { ReplyName } from "./reply.ts"

/** Up to this a mail waits in memory for its end and is written in one go; a larger one goes to the disk as it comes. */
const SMALL = 128 * 1024

/** What a mail on its way in needs. */
export interface ReceptionParts {
  spool: Pick<Spool, "accept" | "begin">
  log: Log
  maxBytes: number
  /** Told of what was accepted, before the sender is. */
  accepted: (id: string) => void
}

/** One mail between DATA and its answer. What is given after something went wrong is read and dropped, for its end must be found. */
export class Reception {
  readonly #parts: ReceptionParts
  readonly #envelope: MailEnvelope
  #pieces: Buffer[] = []
  #waiting = 0
  #length = 0
  #writer: SpoolWriter | null = null
  #writing: Promise<void> | null = null
  #failed: ReplyName | null = null

  constructor(parts: ReceptionParts, envelope: MailEnvelope) {
    this.#parts = parts
    this.#envelope = envelope
  }

  /** So far beyond the limit that the end is no longer waited for. */
  exhausted(times: number): boolean {
    return this.#length > this.#parts.maxBytes * times
  }

  take(piece: Buffer): void {
    this.#length += piece.length
    if (this.#length > this.#parts.maxBytes) this.#fail("tooLarge")
    if (this.#failed) return
    this.#pieces.push(piece)
    this.#waiting += piece.length
  }

  /** Resolves when more may come: null when it may at once. */
  flow(): Promise<void> | null {
    if (this.#failed || this.#waiting <= SMALL) return null
    this.#writing = this.#write()
    return this.#writing
  }

  /** The whole mail is there: makes it durable and says what the sender is to hear. */
  async finish(): Promise<ReplyName> {
    if (this.#failed) return this.abandon(this.#failed)
    try {
      const id = this.#writer ? await this.#commit(this.#writer) : await this.#parts.spool.accept(this.#envelope, this.#pieces)
      failpoint("before-250")
      this.#parts.accepted(id)
      return "accepted"
    } catch (error) {
      return this.abandon(this.#trouble(error))
    }
  }

  /** Nothing was promised: forgets what was written. */
  async abandon(why: ReplyName = "spoolTrouble"): Promise<ReplyName> {
    this.#fail(why)
    await this.#writing
    const writer = this.#writer
    this.#writer = null
    await writer?.abandon()
    return why
  }

  async #commit(writer: SpoolWriter): Promise<string> {
    await this.#write()
    if (this.#failed) throw new Error(this.#failed)
    return writer.commit()
  }

  async #write(): Promise<void> {
    const pieces = this.#pieces
    this.#pieces = []
    this.#waiting = 0
    try {
      this.#writer ??= await this.#parts.spool.begin(this.#envelope)
      await this.#writer.write(Buffer.concat(pieces))
    } catch (error) {
      this.#fail(this.#trouble(error))
    }
  }

  #fail(why: ReplyName): void {
    this.#failed ??= why
    this.#pieces = []
    this.#waiting = 0
  }

  #trouble(error: unknown): ReplyName {
    if (this.#failed) return this.#failed
    const code = error instanceof Error && "code" in error ? error.code : null
    this.#parts.log.error("intake.spool-trouble", errorFields(error))
    return code === "ENOSPC" || code === "EDQUOT" ? "lowDisk" : "spoolTrouble"
  }
}
