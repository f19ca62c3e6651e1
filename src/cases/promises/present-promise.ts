import type { Promised } from "../tables.ts"
import type { PromiseView } from "../views.ts"

export function presentPromise(promise: Promised): PromiseView {
  return {
    id: promise.id,
    caseId: promise.case_id,
    text: promise.text,
    dueAt: promise.due_at.toISOString(),
    messageId: promise.message_id,
    madeAt: promise.made_at.toISOString(),
    keptAt: promise.kept_at?.toISOString() ?? null,
    brokenAt: promise.broken_at?.toISOString() ?? null,
    withdrawnAt: promise.withdrawn_at?.toISOString() ?? null,
  }
}
