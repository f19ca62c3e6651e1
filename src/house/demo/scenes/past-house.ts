import type { MovableClock } from "#platform"
import type { House } from "../../open-house.ts"
import type { Furnished } from "../past/furnished.ts"
export class PastHouse {
  constructor(readonlyHouse: House, clock: MovableClock, company: Furnished, now: number) {}
}
