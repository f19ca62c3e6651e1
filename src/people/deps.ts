import type { Context } from "hono"
import type { Database, Keys, Log, Reader, SafeFetch, Tx } from "#platform"
import type { Language } from "#words"

/** A sign-in link on its way to its agent. */
export interface LinkMail {
  agentId: string
  address: string
  name: string
  language: Language
  url: string
  minutes: number
}

/** What the room's routes are given. */
export interface PeopleDeps {
  db: Database
  keys: Keys
  log: Log
  /** Vigie's own address, as browsers know it. */
  url: URL
  /** The address a request comes from, as the house knows it. */
  ipOf: (c: Context) => string
  /** Every request of ours to a sign-in provider goes through it. */
  outbound: Pick<SafeFetch, "get">
  /** Sends a sign-in link with the transaction that made it. Null: no mail goes out, and that way isn't offered. */
  mailSignInLink: ((tx: Tx, mail: LinkMail) => Promise<void>) | null
  /** Whether that mail can leave now: it goes out from an inbox, so one must be open. */
  mailLeaves: (reader: Reader) => Promise<boolean>
}
