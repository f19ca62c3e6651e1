import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { newId } from "#platform"
import { testDatabase } from "../../test/support/database.ts"
import { holdWaiting } from "./hold-waiting.ts"

test("what waits to leave is held, what was being sent is uncertain, the rest stays", async () => {
  const { db } = await testDatabase()
  const states = ["ready", "retry", "sending", "sent", "failed", "held"]
  await db.transact(async (tx) => {
    const conversation = newId(tx.now)
    await sql`insert into conversations (id, channel, inbox_ids, created_at, last_message_at) values (${conversation}, 'mail', '{}', ${tx.now}, ${tx.now})`.execute(
      tx.sql,
    )
    for (const state of states) {
      const message = newId(tx.now)
      await sql`insert into messages (id, conversation_id, direction, channel, size, received_at) values (${message}, ${conversation}, 'out', 'mail', 1, ${tx.now})`.execute(
        tx.sql,
      )
      await sql`insert into outbox (id, message_id, channel, state, mail_from, recipients, due_at, automatic, queued_by, queued_at)
        values (${newId(tx.now)}, ${message}, 'mail', ${state}, 'care@shop.example', '{ines@okafor.example}', ${tx.now}, false, ${state}, ${tx.now})`.execute(
        tx.sql,
      )
    }
  })
  assert.equal(await db.transact((tx) => holdWaiting(tx, "restored")), 3)
  const after = await sql<{ queued_by: string; state: string; reason: string | null }>`select queued_by, state, reason from outbox`.execute(
    db.read.sql,
  )
  assert.deepEqual(
    Object.fromEntries(after.rows.map(({ queued_by, state, reason }) => [queued_by, reason ? `${state} ${reason}` : state])),
    {
      ready: "held restored",
      retry: "held restored",
      sending: "uncertain restored",
      sent: "sent",
      failed: "failed",
      held: "held",
    },
  )
})
