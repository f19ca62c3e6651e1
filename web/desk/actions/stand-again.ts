import { post } from "../api/request.ts"
import { now } from "../api/server-clock.ts"
import type { Case } from "../api/types.ts"

/**
 * Gives a case the status it had, if it is still as it was `left`. A case that slept sleeps again until the same moment, if that is
 * still to come.
 */
export async function standAgain(one: Case, { status, snoozedUntil }: Case): Promise<unknown> {
  const path = `/api/cases/${one.id}`
  const left = { statusId: status.id, snoozedUntil }
  if (one.status.category !== "snoozed") return post(`${path}/status`, { statusId: one.status.id, left })
  if (one.snoozedUntil === null || Date.parse(one.snoozedUntil) <= now()) return post(`${path}/status`, { category: "open", left })
  return post(`${path}/snooze`, { until: one.snoozedUntil, again: true, left })
}
