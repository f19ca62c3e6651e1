import { LARGEST_UPLOAD } from "#conversations"

const FILES = new Set(["/api/uploads", "/api/knowledge/pictures"])
/** Five hundred at a time, some of them whole articles. */
const MENTIONS = "/api/mentions"

/** Whether much comes there that is held in memory while it is taken. */
export const isHeavy = (path: string): boolean => FILES.has(path) || path === MENTIONS

/**
 * Bytes that a request may bring. A long answer's text alone may have 3 MB, twice that where each character is escaped; whoever isn't
 * signed in writes little. Null: what answers there takes them as they come, and counts for itself.
 */
export function mostOf(path: string): number | null {
  if (FILES.has(path)) return LARGEST_UPLOAD + 1_000_000
  if (path === MENTIONS) return 30_000_000
  if (/^\/api\/imports\/[^/]+\/file$/.test(path) || path.startsWith("/listening/push/")) return null
  return path.startsWith("/api/") && !path.startsWith("/api/sign-in") ? 8_000_000 : 100_000
}
