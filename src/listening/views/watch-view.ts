import { z } from "@hono/zod-openapi"
import type { Language } from "#words"
import { say } from "#words"
import type { QueryProblem } from "../language/problem.ts"
import type { Watch } from "../tables.ts"

const moment = z.iso.datetime()

export const WatchView = z
  .object({
    id: z.string(),
    name: z.string(),
    query: z.string(),
    state: z.enum(["listening", "paused"]),
    stateSince: moment,
    revision: z.number().int().openapi({ description: "Of the query" }),
    isCaughtUp: z.boolean().openapi({ description: "The last month was looked through as well" }),
    learnsUntil: moment.nullable().openapi({
      description: "Too little is known yet to call an alarm: until then, if all is read. Null: enough is, or it isn't listening",
    }),
    createdBy: z.string(),
    createdAt: moment,
    updatedAt: moment,
    today: z.object({ posts: z.number().int(), people: z.number().int() }).openapi({ description: "Said in the last 24 hours" }),
    lastAt: moment.nullable().openapi({ description: "When the latest was said" }),
    alarm: z
      .object({ id: z.string(), since: moment, strength: z.number() })
      .nullable()
      .openapi({ description: "A surge called in the last 24 hours, unless somebody said that it was none" }),
  })
  .openapi("Watch")

export interface WatchFigures {
  posts: number
  people: number
  lastAt: Date | null
  learnsUntil: Date | null
  alarm: { id: string; since: Date; strength: number } | null
}

export function presentWatch(row: Watch, figures: WatchFigures | undefined): z.infer<typeof WatchView> {
  const { alarm = null } = figures ?? {}
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    state: row.state === "paused" ? "paused" : "listening",
    stateSince: row.state_since.toISOString(),
    revision: row.revision,
    isCaughtUp: row.caught_up >= row.generation,
    learnsUntil: (row.state === "listening" && figures?.learnsUntil?.toISOString()) || null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    today: { posts: figures?.posts ?? 0, people: figures?.people ?? 0 },
    lastAt: figures?.lastAt?.toISOString() ?? null,
    alarm: alarm && { id: alarm.id, since: alarm.since.toISOString(), strength: alarm.strength },
  }
}

export const QueryProblemView = z
  .object({
    start: z.number().int().openapi({ description: "The first character is 0, counted in UTF-16 units" }),
    end: z.number().int(),
    key: z.string(),
    detail: z.string(),
  })
  .openapi("QueryProblem")

export function presentProblems(problems: readonly QueryProblem[], language: Language): z.infer<typeof QueryProblemView>[] {
  return problems.map(({ start, end, key, values }) => ({ start, end, key, detail: say(language, key, values) }))
}
