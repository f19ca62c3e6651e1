import type { Incoming } from "#conversations"

/** A mail found in an archive, before it is read. */
export interface FoundMail {
  /** Which of the run's files, or the path below the folder. */
  file: string
  offset: number
  length: number
  /** Lines that begin with `From ` were masked by `>` when it was put there. */
  masked: boolean
  /** When it came, as the archive says; null: it doesn't. */
  came: Date | null
  /** The beginning of its bytes, the header with luck. */
  head: Buffer
}

/** Reads a mail as one that comes in is read; wired by the house, for no other room reads mail. */
export type ReadPastMail = (raw: Buffer, place: { source: string; at: Date; inboxId: string }) => Promise<Incoming>
