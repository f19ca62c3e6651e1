import { z } from "@hono/zod-openapi"
import type { ListedAlarm, Track } from "../alarms/alarms.ts"
import { MentionView } from "./mention-view.ts"

const moment = z.iso.datetime()
const count = z.number().int()

export const AlarmView = z
  .object({
    id: z.string(),
    watch: z.object({ id: z.string(), name: z.string() }),
    since: moment.openapi({ description: "When it began to stand out" }),
    calledAt: moment,
    strength: z.number().openapi({ description: "Of what it takes to be called: 1 is just enough" }),
    height: z.object({ minutes: count, count: z.number(), usual: z.number(), seldomAbove: z.number() }).openapi({
      description: "What was counted in five minutes, as a mean over so many; what is usual; what only 1.5 in a hundred exceed",
    }),
    complete: z.boolean().openapi({ description: "False where a source wasn't read: more was said than was heard" }),
    posts: count,
    people: count,
    words: z.array(z.object({ word: z.string(), people: count })).openapi({ description: "Which people use now and didn't before" }),
    sites: z.array(z.object({ site: z.string(), posts: count })),
    verdict: z.object({ is: z.enum(["right", "wrong"]), by: z.string(), at: moment, note: z.string().nullable() }).nullable(),
    track: z
      .object({ days: count, called: count, right: count, wrong: count })
      .openapi({ description: "How often this watch was called in so many days, and what people said of it" }),
  })
  .openapi("SurgeAlarm")

export const AlarmDetail = AlarmView.extend({
  stories: z
    .array(z.object({ id: z.string(), title: z.string().nullable(), posts: count, people: count }))
    .openapi({ description: "Of which most people speak" }),
  mentions: z.array(MentionView).openapi({ description: "Whom most hear, first" }),
}).openapi("SurgeAlarmDetail")

export function presentAlarm(row: ListedAlarm, track: Track | undefined, days: number): z.infer<typeof AlarmView> {
  const { minutes, count, usual, seldomAbove, complete, posts, people, words, sites } = row.evidence
  return {
    id: row.id,
    watch: { id: row.watch_id, name: row.watch_name },
    since: row.since.toISOString(),
    calledAt: row.called_at.toISOString(),
    strength: row.strength,
    height: { minutes, count, usual, seldomAbove },
    complete,
    posts,
    people,
    words,
    sites,
    verdict:
      row.verdict && row.verdict_by && row.verdict_at
        ? { is: row.verdict, by: row.verdict_by, at: row.verdict_at.toISOString(), note: row.verdict_note }
        : null,
    track: { days, called: 0, right: 0, wrong: 0, ...track },
  }
}
