import { z } from "zod"
import type { AnsweredWords } from "#conversations"

/** Whether a source of this kind heard it at the very place that these settings name. */
export function heardAt(kind: string, { source, settings }: AnsweredWords, name: string, value: string): boolean {
  if (source !== kind) return false
  const known = z.record(z.string(), z.unknown()).safeParse(settings).data?.[name]
  return typeof known === "string" && known.toLowerCase() === value.toLowerCase()
}

/** Whether two addresses are of one server. */
export const isSameOrigin = (one: string, other: string): boolean => URL.parse(one)?.origin === URL.parse(other)?.origin

/** The server that a source of this kind reads; null where another kind heard it. */
export function originHeard(kind: string, { source, settings }: AnsweredWords): string | null {
  const { data } = z.object({ url: z.url() }).safeParse(settings)
  return source === kind && data ? new URL(data.url).origin : null
}
