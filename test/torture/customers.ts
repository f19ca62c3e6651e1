import { createHash } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { handOver, NoAnswer } from "./smtp-client.ts"

export interface Promised {
  messageId: string
  sha256: string
}

/**
 * Customers who write without pause and, like any mail server, send a mail again with the same bytes until they hear 250.
 * What they heard 250 for is what must be there at the end.
 */
export class Customers {
  readonly promised: Promised[] = []
  /** How often nobody was there, or ended the connection before an answer. */
  repeated = 0
  /** How often a customer was asked to come again later (4xx). */
  askedLater = 0
  readonly #port: number
  readonly #to: string
  #stopped = false
  #next = 0
  #writing: Promise<void>[] = []

  constructor(port: number, to: string) {
    this.#port = port
    this.#to = to
  }

  start(howMany: number): void {
    this.#writing = Array.from({ length: howMany }, (_, number) => this.#write(number))
  }

  /** Until at least so many more mails were promised. */
  async heard(more: number): Promise<void> {
    const goal = this.promised.length + more
    while (this.promised.length < goal) await wait(5)
  }

  /** Until at least so many more were asked to come again later. */
  async deferred(more: number): Promise<void> {
    const goal = this.askedLater + more
    while (this.askedLater < goal) await wait(5)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#writing)
  }

  async #write(number: number): Promise<void> {
    while (!this.#stopped) {
      const n = this.#next++
      const from = `customer-${number}-${n % 50}@people.example`
      const messageId = `<${n}.${number}.${process.pid}@people.example>`
      const bytes = letter(messageId, from, this.#to, n)
      await this.#untilHeard(from, bytes, { messageId, sha256: createHash("sha256").update(bytes).update("\r\n").digest("hex") })
    }
  }

  async #untilHeard(from: string, bytes: Buffer, mail: Promised): Promise<void> {
    for (let tries = 0; !this.#stopped || tries === 0; tries++) {
      try {
        const reply = await handOver(this.#port, { from, to: this.#to, bytes })
        if (reply.startsWith("250")) {
          this.promised.push(mail)
          return
        }
        this.askedLater++
        if (reply.startsWith("5")) throw new Error(`Our own fault was called the customer's: ${reply}`)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        this.repeated++
      }
      await wait(100)
    }
  }
}

/** Without its last line break, which the end of DATA brings. */
function letter(messageId: string, from: string, to: string, n: number): Buffer {
  const lines = [
    `From: Camille Rousseau <${from}>`,
    `To: <${to}>`,
    `Message-ID: ${messageId}`,
    "Date: Mon, 2 Nov 2026 09:00:00 +0100",
    `Subject: Bouquet ${n}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `The bouquet number ${n} has not come.`,
    "x".repeat((n % 7) * 900),
  ]
  return Buffer.from(lines.join("\r\n"))
}
