import { nextAllowedMoment, wishesOf } from "#contacts"
import type { Reader } from "#platform"
import type { WhyLater } from "./tables.ts"

export interface Leaving {
  at: Date
  why: WhyLater
  /** A person chose the moment, whatever else makes it wait. */
  chosen: boolean
  /** The customer's time zone, when their hours decided. */
  timeZone: string | null
  /** A person chose not to wait for their hours, which would have made it wait. */
  regardless: boolean
  /** Whether their hours bind it for as long as it waits, and where they are read when they named no zone. */
  hours: { bind: boolean; zone: string }
}

interface Options {
  undoSeconds: number
  sendAt?: Date | null
  regardlessOfHours?: boolean
  /** Where the company is, when the customer named no zone. */
  timeZone: string
}

/**
 * When an answer leaves: not before its undo time has run out, not before the moment chosen for it, and then at the next moment within
 * the hours the customer wishes. It waits for the hour; it is never dropped.
 */
export async function leavingTime(reader: Reader, contactId: string | null, options: Options): Promise<Leaving> {
  const undo = new Date(reader.now.getTime() + options.undoSeconds * 1000)
  const chosen = options.sendAt && options.sendAt > undo ? options.sendAt : null
  const wanted = chosen ?? undo
  const wishes = contactId ? await wishesOf(reader, contactId) : null
  const allowed = wishes ? nextAllowedMoment(wishes, wanted, options.timeZone) : wanted
  const regardless = allowed > wanted && options.regardlessOfHours === true
  const isChosen = chosen !== null
  const hours = { bind: options.regardlessOfHours !== true, zone: options.timeZone }
  if (allowed > wanted && !regardless)
    return { at: allowed, why: "hours", chosen: isChosen, timeZone: wishes?.timeZone ?? options.timeZone, regardless, hours }
  return { at: wanted, why: isChosen ? "chosen" : "undo", chosen: isChosen, timeZone: null, regardless, hours }
}
