import { createHash } from "node:crypto"
import type { SavedView } from "./view-sight.ts"

/** What tells a view as somebody saw it from what others have made of it since. */
export function versionOf({ name, icon, query, sort, shared, team_id }: SavedView): string {
  const words = JSON.stringify([name, icon, query, sort, shared, team_id])
  return createHash("sha256").update(words).digest("base64url").slice(0, 22)
}
