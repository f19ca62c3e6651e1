import type { Fact, Subscriber, TakesTogether } from "#platform"
import { noteContactFacts } from "./contradictions/find-contradictions.ts"
import { noteQueued, noteSent } from "./following/answer.ts"
import { hear } from "./following/hear.ts"
import { noteNote } from "./following/note-note.ts"
import { notificationSubscribers } from "./notifications/subscribers.ts"
import { noteTie } from "./spoken-of.ts"
import type { SuggestDeps } from "./promises/read-times.ts"
import { takeBack } from "./following/take-back.ts"
import { widen } from "./following/widen.ts"

/** What the cases follow, inside the transaction that made it true. The house subscribes them. */
export function caseSubscribers(deps: SuggestDeps): [Fact["kind"], Subscriber | TakesTogether][] {
  return [
    ["message.received", { together: hear }],
    ["message.delivered-again", widen],
    ["message.queued", (tx, fact) => noteQueued(tx, fact, deps)],
    ["message.sent", (tx, fact) => noteSent(tx, fact, deps)],
    ["message.answered-elsewhere", (tx, fact) => noteSent(tx, fact, deps)],
    ["message.cancelled", takeBack],
    ["message.noted-by-mail", noteNote],
    ["note.added", noteNote],
    ["tie.confirmed", noteTie],
    ["tie.refused", noteTie],
    ["tie.undone", noteTie],
    ["tie.withdrawn", noteTie],
    ["contact.fact-told", noteContactFacts],
    ["contact.merged", noteContactFacts],
    ...notificationSubscribers,
  ]
}
