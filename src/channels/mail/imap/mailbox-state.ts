import { systemActor } from "#people"
import { type Database, fitJson, type Reader, type Tx } from "#platform"
import type { Reconciliation } from "./pass.ts"
import type { MailboxProblem } from "./problem.ts"
import { imapTables, type Mailbox, type MailboxesTable } from "./tables.ts"

const ACTOR = systemActor("mailboxes")

/** A mailbox that is to be read; null when it was removed or paused. */
export async function accessOpenMailbox(reader: Reader, id: string): Promise<Mailbox | null> {
  const found = await imapTables(reader)
    .selectFrom("mailboxes")
    .selectAll()
    .where("id", "=", id)
    .where("paused_at", "is", null)
    .executeTakeFirst()
  return found ?? null
}

export async function openMailboxIds(reader: Reader): Promise<string[]> {
  const rows = await imapTables(reader).selectFrom("mailboxes").select("id").where("paused_at", "is", null).execute()
  return rows.map(({ id }) => id)
}

export async function noteReading(db: Database, mailbox: Mailbox): Promise<void> {
  await db.transact((tx) => write(tx, mailbox, mailbox.state === "new" ? { state: "reading" } : {}))
}

/** "The server holds N, we hold N, missing 0", and when that was so. */
export async function noteReconciliation(db: Database, mailbox: Mailbox, { onServer, held, missing }: Reconciliation): Promise<void> {
  await db.transact(async (tx) => {
    const was = await stateNow(tx, mailbox)
    await write(tx, mailbox, { state: "idle", problem: null, on_server: onServer, held, missing, checked_at: tx.now })
    if (was === "failing") await tell(tx, mailbox, "mailbox.recovered", null)
  })
}

export async function noteProblem(db: Database, mailbox: Mailbox, problem: MailboxProblem): Promise<void> {
  await db.transact(async (tx) => {
    const was = await stateNow(tx, mailbox)
    await write(tx, mailbox, { state: "failing", problem: fitJson(problem) })
    if (was !== "failing") await tell(tx, mailbox, "mailbox.failing", problem.code)
  })
}

async function stateNow(tx: Tx, { id }: Mailbox): Promise<string | null> {
  const row = await imapTables(tx).selectFrom("mailboxes").select("state").where("id", "=", id).forUpdate().executeTakeFirst()
  return row?.state ?? null
}

async function write(
  tx: Tx,
  { id }: Mailbox,
  set: Partial<Pick<Mailbox, "state" | "problem" | "on_server" | "held" | "missing" | "checked_at">>,
): Promise<void> {
  if (Object.keys(set).length === 0) return
  await imapTables(tx)
    .updateTable("mailboxes")
    .set(set satisfies Partial<Record<keyof MailboxesTable, unknown>>)
    .where("id", "=", id)
    .execute()
}

async function tell(tx: Tx, { inbox_id }: Mailbox, kind: `mailbox.${string}`, code: string | null): Promise<void> {
  await tx.record({ kind, actor: ACTOR.ref, about: { inbox: inbox_id }, audience: { inboxes: [inbox_id] }, data: { code } })
}
