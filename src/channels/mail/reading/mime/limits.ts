import type { UnreadableReason } from "../read-mail.types.ts"

/** What a mail may cost before it is read. Larger ones are kept whole and shown by their headers alone. */
export const limits = {
  mailBytes: 50 * 1024 * 1024,
  headerBytes: 256 * 1024,
  /** All header blocks of all parts together. */
  allHeaderBytes: 1024 * 1024,
  parts: 1_000,
  depth: 50,
  addresses: 1_000,
  /** Of all text and HTML parts together; what goes past it is kept as a file. */
  textBytes: 8 * 1024 * 1024,
  textLines: 300_000,
  /** Of a calendar, a delivery report, a text in TNEF. */
  sideTextBytes: 2 * 1024 * 1024,
} as const

/** A mail that breaks a limit, or that broke its reader. The mail itself is never lost: see `fallback.ts`. */
export class UnreadableMail extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason) {
    super(`unreadable mail: ${reason}`)
    this.name = "UnreadableMail"
    this.reason = reason
  }
}
