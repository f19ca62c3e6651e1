import { en, fr, type ParsedResult } from "chrono-node"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Language } from "#words"
import { momentOf, wallClockOf } from "../../calendar/zone.ts"
import { vagueDates } from "./vague-dates.ts"

/** A moment named in a text, and where. */
export interface NamedMoment {
  at: Date
  index: number
  end: number
}

export interface Reading {
  language: Language
  sentAt: Date
  timeZone: string
  /** When a day's work ends: milliseconds since midnight. */
  closingTime: (day: number) => number
}

/**
 * The moments that a sentence names, as the writer's wall clock shows them at the time of sending: "lundi 13 h", "by Friday", "dans les 48
 * heures". A day without an hour ends when the day's work ends; "before Monday" ends when Monday begins. Past ones are left out.
 */
export function readDates(sentence: string, reading: Reading): NamedMoment[] {
  const { sentAt, timeZone } = reading
  const now = wallClockOf(timeZone, sentAt.getTime())
  const vague = vagueDates(sentence, now, reading)
  const rest = vague.reduce((text, { index, end }) => text.slice(0, index) + " ".repeat(end - index) + text.slice(end), sentence)
  const parser = reading.language === "fr" ? fr.casual : en.GB
  const found = joinTimes(
    rest,
    parser.parse(rest, { instant: new Date(now), timezone: 0 }).map((result) => read(result, now)),
  )
  const exact = found.flatMap((named) => {
    const wall = resolve(named, rest.slice(0, named.index), now, reading)
    if (wall === null) return []
    const at = named.elapsed === null ? new Date(momentOf(timeZone, wall)) : new Date(sentAt.getTime() + named.elapsed)
    return [{ at, index: named.index, end: named.end }]
  })
  return [...exact, ...vague.map(({ wall, index, end }) => ({ at: new Date(momentOf(timeZone, wall)), index, end }))]
    .filter(({ at }) => at > sentAt && at.getTime() < sentAt.getTime() + 400 * DAY)
    .sort((a, b) => a.index - b.index)
}

interface Named {
  index: number
  end: number
  text: string
  /** Midnight of the day; null: only a time was named. */
  day: number | null
  /** Named by its weekday alone. */
  weekday: boolean
  /** Milliseconds since midnight; null: only a day was named. */
  time: number | null
  /** Hours and minutes from now, which run on whatever clocks do. */
  elapsed: number | null
}

function read(result: ParsedResult, now: number): Named {
  const last = result.end ?? result.start
  const known = (part: "day" | "weekday" | "month" | "hour" | "timezoneOffset") => last.isCertain(part) || result.start.isCertain(part)
  const at = Date.UTC(last.get("year")!, last.get("month")! - 1, last.get("day")!)
  const time = (last.get("hour") ?? 0) * HOUR + (last.get("minute") ?? 0) * MINUTE
  return {
    index: result.index,
    // "9h et 13h": chrono takes the "et" for Eastern Time.
    end: result.index + result.text.replace(/\s+et$/iu, "").length,
    text: result.text,
    day: known("day") || known("weekday") || known("month") || PART_OF_DAY.test(result.text) ? at : null,
    weekday: known("weekday") && !known("day"),
    time: known("hour") ? time : null,
    elapsed: RELATIVE.test(result.text) ? result.start.date().getTime() - now : null,
  }
}

const RELATIVE = /^(?:dans|en|in|within|next)\b.*\d ?(?:h|hours?|hrs?|heures?|min|minutes?)\b/iu
const PART_OF_DAY = /soir|matin|après-midi|tonight|evening|morning|afternoon|today|aujourd/iu

/** "lundi" + "avant 13h", "9am" + "and 1pm on Monday": a day and the time said with it are one moment. */
function joinTimes(text: string, found: readonly Named[]): Named[] {
  const result: Named[] = []
  for (const next of found) {
    const last = result.at(-1)
    const between = last ? text.slice(last.end, next.index) : ""
    if (last && last.elapsed === null && next.elapsed === null && JOINS.test(between) && (last.day === null || next.day === null)) {
      result[result.length - 1] = {
        ...next,
        index: last.index,
        day: next.day ?? last.day,
        weekday: next.day === null ? last.weekday : next.weekday,
        time: next.time ?? last.time,
      }
    } else result.push(next)
  }
  return result
}

const JOINS =
  /^[\s,(]*(?:(?:avant|à|a|vers|entre|de|et|jusqu'à|au plus tard(?: à)?|dès|le|by|before|at|around|between|and|to|until|on|no later than|-|–)[\s,]*){0,2}$/iu

/** The wall clock's time that is meant; null when nothing can be meant that lies ahead. */
function resolve(named: Named, before: string, now: number, { closingTime }: Reading): number | null {
  const today = Math.floor(now / DAY) * DAY
  if (named.elapsed !== null) return now + named.elapsed
  if (named.day === null) return named.time === null ? null : today + named.time
  const day = named.weekday && named.day + (named.time ?? DAY) <= now ? named.day + 7 * DAY : named.day
  if (named.time !== null) return day + named.time
  const part = /matin|morning/iu.test(named.text)
    ? 12 * HOUR
    : /après-midi|afternoon/iu.test(named.text)
      ? 18 * HOUR
      : /soir|tonight|evening/iu.test(named.text)
        ? 22 * HOUR
        : null
  if (part !== null) return day + part
  return BEFORE.test(before) ? day : day + closingTime(day / DAY)
}

const BEFORE = /(?:avant|before)\s+(?:le\s+|the\s+|ce\s+|this\s+)?$/iu
