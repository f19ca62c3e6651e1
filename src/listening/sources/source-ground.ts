import type { Clock, Log, SafeFetch } from "#platform"

/** What something costs, or has cost. */
export interface Cost {
  /** Things that were read. */
  things: number
  /** Millionths of a dollar. */
  micros: number
}

/** What reading a source costs, by months (`2026-11`, UTC). */
export interface Spending {
  /** What a month has cost until now, with what is being asked for right now. */
  of(month: string): Promise<Cost>
  /**
   * Books a cost before it arises; false where the month would go over its limits. What isn't given back stays booked, whatever happens
   * meanwhile: an answer that was lost on its way was paid for.
   */
  book(month: string, cost: Cost, limits: Cost): Promise<boolean>
  giveBack(month: string, cost: Cost): Promise<void>
}

/** What a kind reads with. There is no other way out. */
export interface SourceGround {
  /** Requests and streams, to addresses that were checked. Refusals (`FetchRefused`) may be thrown on: they count as unreachable. */
  outbound: Pick<SafeFetch, "get" | "stream" | "connect">
  clock: Clock
  log: Log
  /** How Vigie names itself in User-Agent. */
  agent: string
  /** Where the outside can push to this source (WebSub, webhooks); null while it isn't kept yet. */
  pushUrl: string | null
  /** A secret of this source for one purpose, made of the house's key: it is the same each time, and written nowhere. */
  secretFor(purpose: string): string
  spending: Spending
}
