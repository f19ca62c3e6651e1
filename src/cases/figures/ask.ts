import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import type { Days } from "./custom-days.ts"
import { type Period, stepsOf } from "./period.ts"
import { lastedOf, type Lasted } from "./share.ts"

/** Which cases: of these inboxes (null: all), of a team, with a tag ('': all). */
export interface Among {
  inboxes: readonly string[] | null
  team: string | null
  tag: string
}

/** What took time; each also in working hours, where hours are set. */
export const LENGTHS = ["first", "next", "resolution"] as const
const MEASURED = sql`measure in ('first', 'first-worked', 'next', 'next-worked', 'resolution', 'resolution-worked')`

export function among({ inboxes, team, tag }: Among): RawBuilder<unknown> {
  return sql.join(
    [
      sql`tag = ${tag}`,
      ...(inboxes === null ? [] : [sql`inbox_id = any(${[...inboxes]}::uuid[])`]),
      ...(team === null ? [] : [team === "none" ? sql`team_id is null` : sql`team_id = ${team}::uuid`]),
    ],
    sql` and `,
  )
}

const within = ({ from, to }: Days) => sql`day between ${from} and ${to}`

/** How often each thing happened: by step of the period (-1: the one before), by inbox and team, and by weekday (0: Monday) and hour. */
export interface Tallies {
  steps: { measure: string; step: number; n: number }[]
  parts: PartCount[]
  hours: { measure: string; weekday: number; hour: number; n: number }[]
}

export interface PartCount {
  measure: string
  inbox_id: string
  team_id: string | null
  n: number
}

/** All of them out of one reading: of a year that is most of the work. */
export async function tallies(reader: Reader, which: Among, period: Period): Promise<Tallies> {
  const found = await sql<Tallies["steps"][number] & PartCount & { weekday: number; hour: number; of: number }>`
    with cells as (
      select measure, ${step(period)} as step, inbox_id, team_id, (day + 3) % 7 as weekday, bucket as hour, n from figure_days
      where ${among(which)} and day between ${period.before.from} and ${period.to} and not ${MEASURED} and measure not like 'by:%'
    )
    select measure, step, inbox_id, team_id, weekday, hour, grouping(step, inbox_id, weekday) as of,
      (case when grouping(step) = 0 then sum(n) else sum(n) filter (where step >= 0) end)::int as n
    from cells group by grouping sets ((measure, step), (measure, inbox_id, team_id), (measure, weekday, hour))`.execute(reader.sql)
  const rows = found.rows.filter(({ n }) => n !== null)
  const grouped = (of: number) => rows.filter((row) => row.of === of)
  return { steps: grouped(0b011), parts: grouped(0b101), hours: grouped(0b110) }
}

/** By step: its place among the period's, counted from 0; -1: before. */
function step(period: Period): RawBuilder<number> {
  return sql`width_bucket(day, ${stepsOf(period)}::int[]) - 1`
}

interface Spread {
  measure: string
  /** A step's place, or an id of an inbox or a team. */
  part: number | string | null
  n: number
  median: number
  p90: number
}

/** How long things took, by step of the period (`steps`) or for the whole of it (0) and the one before (-1). */
export async function lengths(reader: Reader, which: Among, period: Period, by: "steps" | "whole"): Promise<Map<string, Lasted>> {
  const whole = by === "whole"
  const days = whole ? { from: period.before.from, to: period.to } : period
  const part = whole ? sql`case when day < ${period.from} then -1 else 0 end` : step(period)
  const found = await spreads(reader, sql`${among(which)} and ${within(days)} and ${MEASURED}`, part)
  return new Map(found.map((row) => [`${row.measure} ${row.part}`, lastedOf(row)]))
}

/** Of each measure and part: the smallest length that half, and nine in ten, didn't exceed. */
async function spreads(reader: Reader, where: RawBuilder<unknown>, part: RawBuilder<unknown>): Promise<Spread[]> {
  const found = await sql<Spread>`
    with cells as (select measure, ${part} as part, bucket, sum(n)::int as n from figure_days where ${where} group by 1, 2, 3),
    running as (
      select measure, part, bucket, sum(n) over (partition by measure, part order by bucket) as upto, sum(n) over (partition by measure, part) as total
      from cells
    )
    select measure, part, max(total)::int as n, min(bucket) filter (where upto * 2 >= total) as median,
      min(bucket) filter (where upto * 10 >= total * 9) as p90
    from running group by 1, 2`.execute(reader.sql)
  return found.rows
}

/** How many waited when the period began. */
export async function waitingBefore(reader: Reader, which: Among, day: number): Promise<number> {
  const found = await sql<{ n: number }>`
    select coalesce(sum(case measure when 'wait-from' then n else -n end), 0)::int as n from figure_days
    where ${among(which)} and measure in ('wait-from', 'wait-to') and day < ${day}`.execute(reader.sql)
  return found.rows[0]!.n
}

export function lengthsBy(reader: Reader, which: Among, period: Period, by: "inbox_id" | "team_id") {
  return spreads(reader, sql`${among(which)} and ${within(period)} and measure = 'first'`, sql.ref(by))
}

/** Answers that one agent sent. */
export async function answersBy(reader: Reader, which: Among, period: Period, agentId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select coalesce(sum(n), 0)::int as n from figure_days where ${among(which)} and ${within(period)} and measure = ${`by:${agentId}`}`.execute(
    reader.sql,
  )
  return found.rows[0]!.n
}

/** What customers said of how it went, by value: for the period (0) and the one before (-1). */
export async function satisfied(reader: Reader, which: Among, period: Period) {
  const found = await sql<{ part: number; value: number; n: number }>`
    select case when day < ${period.from} then -1 else 0 end as part, bucket as value, sum(n)::int as n from figure_days
    where ${among(which)} and day between ${period.before.from} and ${period.to} and measure = 'satisfied' group by 1, 2`.execute(
    reader.sql,
  )
  return found.rows
}
