import { sql } from "kysely"
import type { Database, Reader } from "#platform"
import { imapTables, type Mailbox } from "./tables.ts"
import type { Taken } from "./take.ts"

/**
 * The UIDs of a folder that are held, under one UIDVALIDITY. What the server has beyond them is missing: there is no other cursor, so
 * nothing can be stepped over.
 */
export async function heldUids(reader: Reader, mailbox: Mailbox, uidValidity: bigint): Promise<Set<number>> {
  const rows = await imapTables(reader)
    .selectFrom("mailbox_items")
    .select("uid")
    .where("mailbox_id", "=", mailbox.id)
    .where("uid_validity", "=", Number(uidValidity))
    .execute()
  return new Set(rows.map(({ uid }) => uid))
}

/** Whether this mailbox has given these bytes under another UIDVALIDITY: its server numbers its mails anew at times. */
export async function knownBefore(reader: Reader, mailbox: Mailbox, uidValidity: bigint, sha256: string): Promise<boolean> {
  const row = await imapTables(reader)
    .selectFrom("mailbox_items")
    .select("uid")
    .where("mailbox_id", "=", mailbox.id)
    .where("sha256", "=", sha256)
    .where("uid_validity", "!=", Number(uidValidity))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Written only once the bytes are durable. Two readers of one mailbox may both write it. */
export async function recordTaken(db: Database, mailbox: Mailbox, uidValidity: bigint, { uid, sha256 }: Taken): Promise<void> {
  await db.transact(async (tx) => {
    await imapTables(tx)
      .insertInto("mailbox_items")
      .values({
        mailbox_id: mailbox.id,
        uid_validity: Number(uidValidity),
        uid,
        sha256,
        taken_at: tx.now,
        settled: mailbox.after_reading === "nothing",
      })
      .onConflict((oc) => oc.doNothing())
      .execute()
  })
}

/** Mails that are held, and for which the operator's wish (mark, move, delete) has not been carried out yet. */
export async function unsettledUids(reader: Reader, mailbox: Mailbox, uidValidity: bigint): Promise<number[]> {
  const rows = await imapTables(reader)
    .selectFrom("mailbox_items")
    .select("uid")
    .where("mailbox_id", "=", mailbox.id)
    .where("uid_validity", "=", Number(uidValidity))
    .where("settled", "=", false)
    .orderBy("uid")
    .execute()
  return rows.map(({ uid }) => uid)
}

export async function recordSettled(db: Database, mailbox: Mailbox, uidValidity: bigint, uids: readonly number[]): Promise<void> {
  await db.transact((tx) =>
    sql`update mailbox_items set settled = true where mailbox_id = ${mailbox.id} and uid_validity = ${Number(uidValidity)} and uid = any(${[...uids]}::bigint[])`.execute(
      tx.sql,
    ),
  )
}
