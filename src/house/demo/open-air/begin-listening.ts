import { DAY, type MovableClock } from "#platform"
import type { House } from "../../open-house.ts"
import { Colleagues } from "../company/colleagues.ts"
import type { Furnished } from "../past/furnished.ts"
import { ordinaryDays } from "./ambient.ts"
import { OpenAir } from "./open-air.ts"
import { PLACES, type Place } from "./said.ts"
import { COMPANY_WATCHES } from "./watches.ts"

/** How long the company has listened when a newcomer comes in. */
const LISTENED = 31
/** The days of the stories themselves: until then what is said is told week by week, from then on between what happens. */
const LATELY = 6

export interface Listening {
  watches: Map<string, string>
  /** What else is said while the stories go, by the moment. */
  lately: { at: number; place: Place; said: Parameters<OpenAir["tell"]>[1] }[]
}

/** The company begins to listen a month ago; what is said of it on ordinary days comes in as it is said. */
export async function beginListening(
  house: House,
  company: Furnished,
  clock: MovableClock,
  { seed, now, cases }: { seed: string; now: number; cases: number },
): Promise<Listening> {
  const colleagues = new Colleagues(house)
  const watches = new Map<string, string>()
  clock.set(new Date(now - LISTENED * DAY))
  for (const { key, name, query } of COMPANY_WATCHES) {
    const { id } = await colleagues.ask<{ id: string }>(company.seat("camille"), "POST", "/api/watches", {
      name: name[company.language],
      query,
    })
    watches.set(key, id)
  }
  const air = new OpenAir(colleagues, company, watches)
  for (const place of placesOf()) await air.tell(place, [], now - LISTENED * DAY) // the places are known from the first day on
  const days = ordinaryDays(seed, now - LISTENED * DAY, now, cases < 2000 ? 4 : 11)
  const until = now - LATELY * DAY
  for (let from = now - LISTENED * DAY; from < until; from += 7 * DAY) {
    const to = Math.min(from + 7 * DAY, until)
    clock.set(new Date(to))
    for (const place of placesOf())
      await air.tell(
        place,
        days.filter((one) => one.place === place && one.at >= from && one.at < to).map(({ at, said }) => ({ ...said, at })),
        to,
      )
    await house.settle()
  }
  const lately: Listening["lately"] = []
  for (let to = until + DAY / 4; to <= now; to += DAY / 4)
    for (const place of placesOf()) {
      const said = days
        .filter((one) => one.place === place && one.at >= to - DAY / 4 && one.at < to)
        .map((one) => ({ ...one.said, at: one.at }))
      if (said.length > 0) lately.push({ at: to, place, said })
    }
  return { watches, lately }
}

const placesOf = (): Place[] => Object.keys(PLACES) as Place[]
