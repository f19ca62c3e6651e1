import { z } from "@hono/zod-openapi"
import { type Language, say } from "#words"
import { kindOf } from "../sources/kinds.ts"
import { type SourceKind, TROUBLES } from "../sources/source.ts"
import { type EventDetail, type Source, SOURCE_STATES } from "../tables.ts"

const moment = z.iso.datetime()

export const SourceView = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    place: z.string().openapi({ description: "What `source:` means in queries" }),
    settings: z.record(z.string(), z.unknown()),
    hasSecret: z.boolean(),
    state: z.enum(SOURCE_STATES),
    stateSince: moment,
    reason: z.object({ code: z.enum(TROUBLES), key: z.string(), detail: z.string() }).nullable(),
    keeps: z.enum(["all", "matched"]).openapi({ description: "Everything, or only what a watch wants" }),
    readAt: moment.nullable(),
    nextAt: moment.nullable().openapi({ description: "When it is asked again; null: it tells by itself" }),
    mentions: z.number().int().openapi({ description: "Heard in the last 24 hours" }),
    createdAt: moment,
  })
  .openapi("ListeningSource")

export const SourceEventView = z.object({ id: z.string(), at: moment, code: z.string(), detail: z.string() }).openapi("SourceEvent")

export function presentSource(row: Source, kinds: readonly SourceKind[], mentions: number, language: Language): z.infer<typeof SourceView> {
  const { reason } = row
  const settings = typeof row.settings === "object" && row.settings !== null && !Array.isArray(row.settings) ? row.settings : {}
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    place: row.place,
    settings: { ...settings },
    hasSecret: row.sealed_secret !== null,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    reason: reason && { code: reason.code, key: reason.key, detail: say(language, reason.key, reason.values ?? {}) },
    keeps: kindOf(kinds, row.kind)?.keeps ?? "all",
    readAt: row.read_at?.toISOString() ?? null,
    nextAt: row.state === "paused" ? null : (row.next_at?.toISOString() ?? null),
    mentions,
    createdAt: row.created_at.toISOString(),
  }
}

export function presentEvent(
  { id, at, code, detail }: { id: string; at: Date; code: string; detail: EventDetail },
  language: Language,
): z.infer<typeof SourceEventView> {
  return { id, at: at.toISOString(), code, detail: say(language, detail.key ?? `listening.event.${code}`, detail.values ?? {}) }
}
