import { LARGEST_UPLOAD } from "#conversations"

/** Whether a file comes there, which is held in memory while it is taken. */
export const isFile = (path: string): boolean => path === "/api/uploads" || path === "/api/knowledge/pictures"

/**
 * Bytes that a request may bring. A long answer's text alone may have 3 MB, twice that where each character is escaped; whoever isn't
 * signed in writes little. Null: what answers there takes them as they come, and counts for itself.
 */
export function mostOf(path: string): number | null {
  if (isFile(path)) return LARGEST_UPLOAD + 1_000_000
  if (/^\/api\/imports\/[^/]+\/file$/.test(path) || path.startsWith("/listening/push/")) return null
  return path.startsWith("/api/") && !path.startsWith("/api/sign-in") ? 8_000_000 : 100_000
}
