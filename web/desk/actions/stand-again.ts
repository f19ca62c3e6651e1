import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"

/** Gives a case the status it had. A case that slept sleeps again until the same moment, if that is still to come. */
export async function standAgain(one: Case): Promise<unknown> {
  const path = `/api/cases/${one.id}`
  if (one.status.category !== "snoozed") return post(`${path}/status`, { statusId: one.status.id })
  if (one.snoozedUntil === null || Date.parse(one.snoozedUntil) <= Date.now()) return post(`${path}/reopen`)
  return post(`${path}/snooze`, { until: one.snoozedUntil, again: true })
}
