import type { House } from "../open-house.ts"
import type { Furnished } from "./past/furnished.ts"

/** What a company has gathered beside its cases: its name, and what each room keeps for it. */
export async function equip(_house: House, _company: Furnished): Promise<void> {}
