import type { Database, Keys, Log } from "#platform"
import type { SocialGround } from "./network.ts"

export interface SocialDeps {
  db: Database
  keys: Keys
  log: Log
  ground: SocialGround
  /** Why nothing is said at all, as a code; null: it is. */
  held: string | null
}
