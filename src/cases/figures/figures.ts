import { listInboxes } from "#conversations"
import { type PersonActor, teamsByIds } from "#people"
import type { Reader } from "#platform"
import {
  type Among,
  answersBy,
  LENGTHS,
  lengths,
  lengthsBy,
  type PartCount,
  satisfied,
  type Tallies,
  tallies,
  waitingBefore,
} from "./ask.ts"
import { writeDay } from "./custom-days.ts"
import { type Period, stepsOf } from "./period.ts"
import { lastedOf, NONE, shareOf } from "./share.ts"
import type { FiguresView, PartView, StepView } from "./views.ts"

/** Everything that is told of a period, among the cases that the actor may see. */
export async function readFigures(actor: PersonActor, reader: Reader, which: Among, period: Period, zone: string): Promise<FiguresView> {
  const [told, whole, steps, before, byInbox, byTeam, said, own] = await Promise.all([
    tallies(reader, which, period),
    lengths(reader, which, period, "whole"),
    lengths(reader, which, period, "steps"),
    waitingBefore(reader, which, period.from),
    lengthsBy(reader, which, period, "inbox_id"),
    lengthsBy(reader, which, period, "team_id"),
    satisfied(reader, which, period),
    actor.kind === "agent" ? answersBy(reader, which, period, actor.id) : null,
  ])
  const counted = told.steps
  const inboxes = parts(told.parts, byInbox, "inbox_id")
  const teams = parts(told.parts, byTeam, "team_id")
  const sum = (measure: string, when: "now" | "before") => total(counted, (name) => name === measure, when)
  const grid = (direction: "in" | "out") => {
    const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
    for (const { measure, weekday, hour, n } of told.hours) if (measure.startsWith(`${direction}:`)) week[weekday]![hour]! += n
    return week
  }
  const both = (measure: string) => ({ now: sum(measure, "now"), before: sum(measure, "before") })
  const names = new Map((await listInboxes(actor, reader)).map(({ id, name }) => [id, name]))
  const teamNames = new Map(
    (
      await teamsByIds(
        reader,
        teams.flatMap(({ id }) => id ?? []),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const named = (all: Omit<PartView, "name">[], known: ReadonlyMap<string, string>): PartView[] =>
    all
      .map((one) => ({ ...one, name: one.id === null ? null : (known.get(one.id) ?? "…") }))
      .toSorted((a, b) => b.in - a.in || (a.name ?? "").localeCompare(b.name ?? ""))
  return {
    period: { from: writeDay(period.from), to: writeDay(period.to), step: period.step, timeZone: zone },
    before: { from: writeDay(period.before.from), to: writeDay(period.before.to) },
    times: LENGTHS.map((name) => ({
      name,
      now: whole.get(`${name} 0`) ?? NONE,
      before: whole.get(`${name} -1`) ?? NONE,
      worked: whole.get(`${name}-worked 0`) ?? null,
      workedBefore: whole.get(`${name}-worked -1`) ?? null,
    })),
    promises: {
      now: shareOf(sum("kept", "now"), sum("kept", "now") + sum("broken", "now")),
      before: shareOf(sum("kept", "before"), sum("kept", "before") + sum("broken", "before")),
    },
    cameBack: {
      now: shareOf(sum("came-back", "now"), sum("resolved", "now")),
      before: shareOf(sum("came-back", "before"), sum("resolved", "before")),
    },
    satisfaction: { now: contentOf(said, 0), before: contentOf(said, -1), values: valuesOf(said), asked: both("asked") },
    volume: {
      in: { now: total(counted, isIn, "now"), before: total(counted, isIn, "before") },
      out: { now: total(counted, isOut, "now"), before: total(counted, isOut, "before") },
      opened: both("opened"),
      resolved: both("resolved"),
    },
    steps: stepsView(period, counted, steps, before),
    hours: { in: grid("in"), out: grid("out") },
    inboxes: named(inboxes, names),
    teams: named(teams, teamNames),
    own: own === null ? null : { answers: own },
  }
}

type Said = Awaited<ReturnType<typeof satisfied>>

/** Who said that it went well, or very well. */
function contentOf(said: Said, part: number) {
  const of = (from: number) => said.reduce((sum, row) => (row.part === part && row.value >= from ? sum + row.n : sum), 0)
  return shareOf(of(4), of(1))
}

/** How many chose each, from 1 (badly) to 5 (very well). */
function valuesOf(said: Said): number[] {
  return [1, 2, 3, 4, 5].map((value) => said.find((row) => row.part === 0 && row.value === value)?.n ?? 0)
}

type Counted = Tallies["steps"]

const isIn = (measure: string) => measure.startsWith("in:")
const isOut = (measure: string) => measure.startsWith("out:")

function total(counted: Counted, is: (measure: string) => boolean, when: "now" | "before" | number): number {
  const fits = (step: number) => (typeof when === "number" ? step === when : when === "now" ? step >= 0 : step < 0)
  return counted.reduce((sum, { measure, step, n }) => (is(measure) && fits(step) ? sum + n : sum), 0)
}

/** The line of each step; who waited is known at the end of it. */
function stepsView(period: Period, counted: Counted, lasted: Awaited<ReturnType<typeof lengths>>, waitingAtFirst: number): StepView[] {
  let waiting = waitingAtFirst
  return stepsOf(period).map((day, i) => {
    const of = (name: string) => total(counted, (measure) => measure === name, i)
    waiting += of("wait-from") - of("wait-to")
    const channels = new Set(
      counted.flatMap(({ measure }) => (isIn(measure) || isOut(measure) ? [measure.slice(measure.indexOf(":") + 1)] : [])),
    )
    return {
      from: writeDay(day),
      channels: [...channels].toSorted().map((channel) => ({ channel, in: of(`in:${channel}`), out: of(`out:${channel}`) })),
      opened: of("opened"),
      resolved: of("resolved"),
      waiting,
      kept: of("kept"),
      broken: of("broken"),
      first: lasted.get(`first ${i}`) ?? NONE,
      firstWorked: lasted.get(`first-worked ${i}`) ?? null,
      next: lasted.get(`next ${i}`) ?? NONE,
      nextWorked: lasted.get(`next-worked ${i}`) ?? null,
    }
  })
}

/** What there was of each inbox, or of each team. */
function parts(
  counted: readonly PartCount[],
  lasted: Awaited<ReturnType<typeof lengthsBy>>,
  by: "inbox_id" | "team_id",
): Omit<PartView, "name">[] {
  return [...Map.groupBy(counted, (row) => row[by])].map(([id, rows]) => {
    const of = (is: (measure: string) => boolean) => rows.reduce((sum, { measure, n }) => (is(measure) ? sum + n : sum), 0)
    const first = lasted.find(({ part }) => part === id)
    return {
      id,
      in: of(isIn),
      out: of(isOut),
      opened: of((measure) => measure === "opened"),
      resolved: of((measure) => measure === "resolved"),
      kept: of((measure) => measure === "kept"),
      broken: of((measure) => measure === "broken"),
      first: first ? lastedOf(first) : NONE,
    }
  })
}
