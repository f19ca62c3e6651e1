import type { Reader } from "#platform"
import type { MailboxProblem } from "./problem.ts"
import { imapTables } from "./tables.ts"

/** How the reading of a mailbox goes. `problem` is the key of a sentence, with what fills its gaps. */
export interface MailboxHealth {
  host: string
  folder: string
  missing: number
  problem: { key: string; values: Record<string, string> } | null
}

/** Every mailbox that is to be read. */
export async function mailboxStates(reader: Reader): Promise<MailboxHealth[]> {
  const rows = await imapTables(reader).selectFrom("mailboxes").selectAll().where("paused_at", "is", null).orderBy("created_at").execute()
  return rows.map(({ host, folder, missing, state, problem }) => {
    const told = state === "failing" && problem !== null ? (JSON.parse(problem) as MailboxProblem) : null
    return { host, folder, missing: missing ?? 0, problem: told && { key: `mail.mailbox.problem.${told.code}`, values: told.values } }
  })
}

/** Every mailbox that is to be read, by the inbox it is read into: when it was last read to its end, and since when it is there. */
export async function readMailboxes(reader: Reader): Promise<{ inboxId: string; readAt: Date | null; since: Date }[]> {
  const rows = await imapTables(reader)
    .selectFrom("mailboxes")
    .select(["inbox_id", "checked_at", "created_at"])
    .where("paused_at", "is", null)
    .execute()
  return rows.map(({ inbox_id, checked_at, created_at }) => ({ inboxId: inbox_id, readAt: checked_at, since: created_at }))
}
