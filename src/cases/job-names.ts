/** Queues of the room. */
export const PROMISE_DUE = "cases.promise-due"
export const SNOOZE_OVER = "cases.snooze-over"
export const RECALCULATE = "cases.recalculate"
export const CLOCK = "cases.clock"
export const RETAG = "cases.retag"
export const DRY_RUN = "cases.rule-dry-run"
