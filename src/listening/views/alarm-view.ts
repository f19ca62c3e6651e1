import { z } from "@hono/zod-openapi"
import type { ListedAlarm } from "../alarms/alarms.ts"
import { type Track, TRACK_DAYS } from "../alarms/tracks.ts"
import { MentionView } from "./mention-view.ts"

const moment = z.iso.datetime()
const count = z.number().int()

export const AlarmView = z
  .object({
    id: z.string(),
    subject: z.object({ kind: z.enum(["watch", "inbox", "topic"]), id: z.string(), name: z.string() }).openapi({
      description: "Of what: said in the open where a watch listens, or written by customers to an inbox, or about a topic (a tag)",
    }),
    watch: z.object({ id: z.string(), name: z.string() }).nullable(),
    since: moment.openapi({ description: "When it began to stand out" }),
    calledAt: moment,
    strength: z.number().openapi({ description: "Of what it takes to be called: 1 is just enough" }),
    height: z.object({ minutes: count, count: z.number(), usual: z.number(), seldomAbove: z.number(), ofThisHour: z.boolean() }).openapi({
      description:
        "What was counted in five minutes, as a mean over so many; what is usual; what only 1.5 in a hundred exceed; whether these two are of this hour of the day or week, or of any",
    }),
    complete: z.boolean().openapi({ description: "False where a source wasn't read: more was said than was heard" }),
    posts: count.openapi({ description: "Mentions, or messages of customers" }),
    people: count,
    opened: count.nullable().openapi({ description: "Cases that were opened with it; null for a watch" }),
    words: z.array(z.object({ word: z.string(), people: count })).openapi({ description: "Which people use now and didn't before" }),
    sites: z.array(z.object({ site: z.string(), posts: count })),
    countries: z.array(z.object({ country: z.string(), people: count })).openapi({ description: "ISO 3166, as far as sources say" }),
    taken: z.object({ by: z.string(), at: moment }).nullable().openapi({ description: "Who is on it" }),
    nextStepAt: moment.nullable().openapi({ description: "When somebody else is told, unless somebody is on it" }),
    overAt: moment.nullable().openapi({ description: "Since then no more is said than is usual" }),
    verdict: z.object({ is: z.enum(["right", "wrong"]), by: z.string(), at: moment, note: z.string().nullable() }).nullable(),
    track: z
      .object({ days: count, called: count, right: count, wrong: count })
      .openapi({ description: "How often this watch, inbox or topic was called in so many days, and what people said of it" }),
  })
  .openapi("SurgeAlarm")

export const AlarmDetail = AlarmView.extend({
  stories: z
    .array(z.object({ id: z.string(), title: z.string().nullable(), posts: count, people: count }))
    .openapi({ description: "Of which most people speak" }),
  mentions: z.array(MentionView).openapi({ description: "Whom most hear, first" }),
  cases: z
    .array(z.object({ id: z.string(), number: count, subject: z.string() }))
    .openapi({ description: "Cases that say it most plainly, of those that you may see" }),
}).openapi("SurgeAlarmDetail")

export type AlarmView = z.infer<typeof AlarmView>
export type CaseOfAlarm = z.infer<typeof AlarmDetail>["cases"][number]

export function presentAlarm(row: ListedAlarm, name: string, track: Track | undefined): AlarmView {
  const { minutes, count, usual, seldomAbove, complete, posts, people, words, sites } = row.evidence
  const { ofThisHour = false, opened = null, countries = [] } = row.evidence
  return {
    id: row.id,
    subject: { ...subjectOf(row), name },
    watch: row.watch_id === null ? null : { id: row.watch_id, name },
    since: row.since.toISOString(),
    calledAt: row.called_at.toISOString(),
    strength: row.strength,
    height: { minutes, count, usual, seldomAbove, ofThisHour },
    complete,
    posts,
    people,
    opened,
    words,
    sites,
    countries,
    taken: row.taken_by && row.taken_at ? { by: row.taken_by, at: row.taken_at.toISOString() } : null,
    nextStepAt: row.next_at?.toISOString() ?? null,
    overAt: row.over_at?.toISOString() ?? null,
    verdict:
      row.verdict && row.verdict_by && row.verdict_at
        ? { is: row.verdict, by: row.verdict_by, at: row.verdict_at.toISOString(), note: row.verdict_note }
        : null,
    track: { days: TRACK_DAYS, called: 0, right: 0, wrong: 0, ...track },
  }
}

function subjectOf({ watch_id, inbox_id, topic }: ListedAlarm): Pick<AlarmView["subject"], "kind" | "id"> {
  if (watch_id !== null) return { kind: "watch", id: watch_id }
  return inbox_id === null ? { kind: "topic", id: topic ?? "" } : { kind: "inbox", id: inbox_id }
}
