import { tagsInUse } from "#cases"
import { listInboxes } from "#conversations"
import { systemActor } from "#people"
import { DAY, type Reader } from "#platform"

/** What customers write to, or about: an inbox by its id, a topic by its tag. */
export interface DeskSubject {
  kind: "inbox" | "topic"
  name: string
  /** Before this nothing could come. */
  since: Date
}

/** So long after the last word under a tag it isn't judged any more. */
const IN_USE = 28 * DAY

/**
 * Every open inbox, and every tag of cases in which something was said lately. A tag says what a case is about; a saved view, where work
 * stands: what comes and goes there is the work, not what customers say.
 */
export async function deskSubjects(reader: Reader): Promise<DeskSubject[]> {
  const inboxes = await listInboxes(systemActor("listening"), reader)
  const tags = await tagsInUse(reader, new Date(reader.now.getTime() - IN_USE))
  return [
    ...inboxes.map(({ id, created_at }) => ({ kind: "inbox" as const, name: id, since: created_at })),
    ...tags.map(({ name, createdAt }) => ({ kind: "topic" as const, name, since: createdAt })),
  ]
}
