import type { Reader } from "#platform"
import { GIVEN_UP, lateness, type Standing } from "./standing.ts"

/** How far what customers write is in: the house knows how it comes. */
export interface Intake {
  /** When the oldest of what is taken and not yet filed was taken; null: nothing waits. */
  waiting: () => Date | null
  /** Mailboxes elsewhere that are read into inboxes: when each was last read to its end, and since when there is anything to read. */
  mailboxes: (reader: Reader) => Promise<ReadMailbox[]>
}

export interface ReadMailbox {
  inboxId: string
  readAt: Date | null
  since: Date
}

/** How well what customers write was read between two moments, as known now. What a mailbox brings late has the time at which it came there. */
export function deskStanding(mailboxes: readonly ReadMailbox[], waiting: Date | null, to: Date, now: Date): Standing {
  const read = mailboxes.filter(({ readAt, since }) => now.getTime() - (readAt ?? since).getTime() <= GIVEN_UP)
  const isLate = read.some(({ readAt }) => readAt === null || readAt < to)
  const isWaiting = waiting !== null && (waiting < to || read.length > 0)
  return isLate || isWaiting ? lateness(to, now) : "read"
}
