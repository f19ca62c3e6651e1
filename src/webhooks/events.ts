/** What a webhook can be told of, as facts are called. docs/webhooks.md says what each means. */
export const EVENTS = [
  "case.opened",
  "case.changed",
  "case.assigned",
  "case.status-changed",
  "case.reopened",
  "case.snoozed",
  "case.woken",
  "case.merged",
  "case.unmerged",
  "case.split",
  "case.unsplit",
  "case.decided",
  "case.promise-made",
  "case.promise-kept",
  "case.promise-broken",
  "case.promise-withdrawn",
  "case.contradiction-found",
  "message.received",
  "message.queued",
  "message.sent",
  "message.failed",
  "message.uncertain",
  "note.added",
  "contact.created",
  "contact.changed",
  "contact.merged",
  "contact.fact-told",
  "mention.heard",
  "mention.gone",
  "alarm.called",
  "alarm.taken",
  "alarm.over",
  "alarm.judged",
  "answer.asked",
  "answer.sent",
  "answer.failed",
  "answer.withdrawn",
  "source.troubled",
  "source.recovered",
] as const
export type EventName = (typeof EVENTS)[number]

/** Every event, those of later versions too. */
export const ALL = "*"
/** Sent when somebody asks for a test. */
export const TEST_EVENT = "webhook.test"
/** Sent when an automation rule calls. */
export const RULE_EVENT = "rule.called"

export function isEvent(kind: string): kind is EventName {
  return EVENTS.some((event) => event === kind)
}
