import type { AccountNews } from "../source.ts"
import type { Event } from "./events.ts"

/**
 * What becomes of what an account said, by its status (https://atproto.com/specs/account): deleted or taken down, it goes; deactivated by
 * its owner or suspended for a time, it is out of sight until the account is back. The rest says how servers copy each other.
 */
const STATUS: ReadonlyMap<string, AccountNews["what"]> = new Map([
  ["deleted", "gone"],
  ["takendown", "gone"],
  ["deactivated", "hidden"],
  ["suspended", "hidden"],
])

/** What an event says of an account; null: nothing. */
export function accountNews({ did, account, identity }: Event): AccountNews | null {
  if (identity) return { key: did, what: "renamed" }
  if (!account) return null
  const what = account.active ? "back" : STATUS.get(account.status ?? "")
  return what ? { key: did, what } : null
}
