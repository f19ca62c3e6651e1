import type { ReadMail, UnreadableReason } from "./read-mail.types.ts"
import type { ReadingOptions } from "./read-mail.ts"

/** To the worker: a mail, its bytes moved, not copied. */
export interface ReadRequest {
  raw: ArrayBuffer
  options: ReadingOptions
}

/** From the worker: it's ready, or what became of the mail. */
export type WorkerMessage = { kind: "ready" } | { kind: "read"; mail: ReadMail } | { kind: "unreadable"; reason: UnreadableReason }
