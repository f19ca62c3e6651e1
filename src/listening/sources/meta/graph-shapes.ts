import { z } from "zod"
import type { Author } from "../source.ts"

export const paging = z
  .object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() })
  .nullish()
  .catch(null)

/** The mark of the page after this one; null after the last. */
export const afterOf = (page: z.infer<typeof paging>): string | null => (page?.next ? (page.cursors?.after ?? null) : null)

export const by = z.object({ id: z.coerce.string(), name: z.string().nullish(), username: z.string().nullish() }).nullish().catch(null)

/** Meta writes `2026-11-22T09:00:00+0000` in answers and seconds in what it pushes. */
export function momentOf(written: string | number | null | undefined): Date | null {
  const at = typeof written === "number" ? written * 1000 : Date.parse((written ?? "").replace(/([+-]\d\d)(\d\d)$/, "$1:$2"))
  return Number.isNaN(at) ? null : new Date(at)
}

/** Somebody as they are called at Instagram or Threads, where their name is their address. */
export function named(username: string | null | undefined, host: string, id: string | null = null): Author | null {
  const key = username ?? id
  if (!key) return null
  const url = username ? `https://${host}${username}` : null
  return { key, name: null, handle: username ? `@${username}` : null, url, followers: null, since: null }
}
