import { z } from "@hono/zod-openapi"
import { type Language, say } from "#words"
import { kindOf } from "../sources/kinds.ts"
import { monthOf } from "../hearing/source-spending.ts"
import type { Cost } from "../sources/source-ground.ts"
import { type Budget, type SourceKind, TROUBLES } from "../sources/source.ts"
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
    spending: z
      .object({
        month: z.string().openapi({ description: "2026-11, UTC" }),
        things: z.number().int(),
        most: z.number().int().nullable().openapi({ description: "Things that a month may bring; null: as many as the money buys" }),
        dollars: z.number(),
        budget: z.number(),
        begins: moment.openapi({ description: "When the next month begins" }),
      })
      .nullable()
      .openapi({ description: "Of what is paid by the piece" }),
    pushUrl: z.string().nullable().openapi({ description: "To be entered at the place, where a person registers it there" }),
    mentions: z.number().int().openapi({ description: "Heard in the last 24 hours" }),
    createdAt: moment,
  })
  .openapi("ListeningSource")

export const SourceEventView = z.object({ id: z.string(), at: moment, code: z.string(), detail: z.string() }).openapi("SourceEvent")

/** What is known of a source beside its row. */
export interface SeenOf {
  /** Mentions of the last day. */
  mentions: number
  /** In the month that is now. */
  spent: Cost | null
  now: Date
  pushUrl: string
}

export function presentSource(row: Source, kinds: readonly SourceKind[], seen: SeenOf, language: Language): z.infer<typeof SourceView> {
  const { reason } = row
  const kind = kindOf(kinds, row.kind)
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
    keeps: kind?.keeps ?? "all",
    readAt: row.read_at?.toISOString() ?? null,
    nextAt: row.state === "paused" ? null : (row.next_at?.toISOString() ?? null),
    spending: spendingView(kind?.budget?.(row.settings) ?? null, seen),
    pushUrl: kind?.isRegistered ? seen.pushUrl : null,
    mentions: seen.mentions,
    createdAt: row.created_at.toISOString(),
  }
}

function spendingView(budget: Budget | null, { spent, now }: SeenOf): z.infer<typeof SourceView>["spending"] {
  if (!budget) return null
  const { things, micros } = spent ?? { things: 0, micros: 0 }
  const begins = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString()
  return { month: monthOf(now), things, most: budget.things, dollars: micros / 1e6, budget: budget.micros / 1e6, begins }
}

export function presentEvent(
  { id, at, code, detail }: { id: string; at: Date; code: string; detail: EventDetail },
  language: Language,
): z.infer<typeof SourceEventView> {
  return { id, at: at.toISOString(), code, detail: say(language, detail.key ?? `listening.event.${code}`, detail.values ?? {}) }
}
