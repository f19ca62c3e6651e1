import { DAY } from "#platform"
import { momentOfDay } from "../past/calendar.ts"
import { parisHour } from "../past/paris-hour.ts"
import { Random } from "../random.ts"
import { speak } from "../speech/speak.ts"
import { GAPS, ORDINARY } from "./ambient-words.ts"
import { passerBy } from "./passers-by.ts"
import type { Place, Said } from "./said.ts"

/** Something that one person says on an ordinary day, and where. */
export function ordinary(random: Random, key: string): { place: Place; said: Said } {
  const language = random.chance(0.68) ? "fr" : "en"
  const talk = random.weighed(ORDINARY[language].map((one) => [one, one.weight] as const))
  const gaps = (name: string): string => {
    if (name === "year") return String(random.between(2009, 2025))
    if (name === "days") return String(random.between(3, 14))
    return random.of(GAPS[language][name === "place" ? "place" : "person"])
  }
  const text = speak(random, random.of(talk.texts), gaps)
  const rating = talk.rating ? { rating: random.of(talk.rating) } : {}
  const title = talk.place === "press" ? { title: text.split(".")[0]! } : {}
  return { place: talk.place, said: { key, text, language, ...passerBy(random), ...rating, ...title } }
}

/** What was said on the days from one to another, day by day; `many` on an ordinary one. */
export function ordinaryDays(seed: string, from: number, to: number, many: number): { at: number; place: Place; said: Said }[] {
  const days: { at: number; place: Place; said: Said }[] = []
  for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
    const random = new Random(`${seed} said ${day}`)
    const weekday = parisHour(day + DAY / 2).weekday
    const count = Math.max(1, Math.round(many * (weekday === 0 ? 0.7 : 1) * (0.8 + 0.4 * random.next())))
    for (let n = 0; n < count; n++) {
      const at = momentOfDay(random, day)
      const one = ordinary(random, `d${Math.floor(day / DAY)}-${n}`)
      if (at >= from && at < to) days.push({ at, ...one })
    }
  }
  return days.sort((a, b) => a.at - b.at)
}
