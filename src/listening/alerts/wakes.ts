import type { Agent, HowToAlert } from "#people"
import type { AlertPlan } from "./plan.ts"
import { isOnDuty } from "./quiet-until.ts"
import type { Reach } from "./reach.ts"
import type { CalledAlarm } from "./subject.ts"
import type { Because } from "./tables.ts"

/** Whether somebody's quiet hours don't hold it. */
export function wakes(wish: HowToAlert, { strength }: CalledAlarm, plan: AlertPlan, step: number, now: Date): boolean {
  if (isOnDuty(wish, now) || (step > 0 && plan.throughQuiet)) return true
  return [wish.wakeFrom, plan.wakeFrom].some((from) => from !== null && strength >= from)
}

/** Why somebody gets no mail of it; null: they do. */
export function noMail({ email }: Pick<Agent, "email">, { mail }: HowToAlert, { hasRelay }: Reach): Because | null {
  if (!mail) return "wish"
  if (email === null) return "no_address"
  return hasRelay ? null : "no_relay"
}
