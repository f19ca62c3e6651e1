import { DAY } from "#platform"
import type { Reading } from "./read-dates.ts"

/** A day that is named without a date: its end on the wall clock, and where it stands. */
export interface VagueDate {
  wall: number
  index: number
  end: number
}

/** The end of the day, of this week, of next week, and working days, which chrono doesn't read. */
export function vagueDates(sentence: string, now: number, { closingTime }: Pick<Reading, "closingTime">): VagueDate[] {
  const today = Math.floor(now / DAY)
  const closing = (day: number) => day * DAY + closingTime(day)
  const friday = (from: number) => from + ((4 - weekdayOf(from) + 7) % 7)
  return PHRASES.flatMap(([phrase, dayOf]) =>
    [...sentence.matchAll(phrase)].map((found) => ({
      wall: closing(dayOf(today, found[1] ?? "", friday)),
      index: found.index,
      end: found.index + found[0].length,
    })),
  )
}

type DayOf = (today: number, count: string, friday: (from: number) => number) => number

const PHRASES: readonly (readonly [RegExp, DayOf])[] = [
  [
    /(?<!\p{L})(?:la )?fin de (?:la )?journée|(?<!\p{L})(?:the )?end of (?:the |business )?day|(?<!\p{L})close of business|(?<!\p{L})EOD(?!\p{L})/giu,
    (today) => today,
  ],
  [
    /(?<!\p{L})(?:la )?fin de (?:la |cette )?semaine(?! prochaine)|(?<!\p{L})dans la semaine|(?<!\p{L})(?:the )?end of (?:the |this )?week/giu,
    (today, _, friday) => friday(today),
  ],
  [
    /(?<!\p{L})(?:la |fin de )*semaine prochaine|(?<!\p{L})(?:the )?(?:end of )?next week/giu,
    (today, _, friday) => friday(today + 7 - weekdayOf(today)),
  ],
  [
    /(\d{1,2}|deux|trois|quatre|cinq|two|three|four|five) (?:jours ouvr(?:és|ables)|(?:business|working) days)/giu,
    (today, count) => workingDayAfter(today, NUMBERS[count.toLowerCase()] ?? Number(count)),
  ],
]

const NUMBERS: Readonly<Record<string, number>> = { deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4, cinq: 5, five: 5 }

/** Monday is 0. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function workingDayAfter(today: number, count: number): number {
  let day = today
  for (let left = count; left > 0;) if (weekdayOf(++day) < 5) left--
  return day
}
