import { sql } from "kysely"
import { systemActor } from "#people"
import { fitJson, MINUTE, type Reader, type Tx } from "#platform"
import type { Exchange } from "./attempt.ts"
import { stopSending } from "./define-webhook.ts"
import { nextTry, PATIENCE } from "./pauses.ts"
import { type Delivery, room, type Webhook } from "./tables.ts"

const ACTOR = systemActor("webhooks")
const GONE = 410

/** Takes the next delivery of a webhook that is due, in the order of facts; nobody else sends it for a minute. */
export async function claimNext(tx: Tx, webhookId: string): Promise<Delivery | null> {
  const claimed = await sql<{ id: string }>`
    update webhook_deliveries set state = 'sending', attempts = attempts + 1, round = round + 1, leased_until = ${new Date(tx.now.getTime() + MINUTE)}
     where id = (
       select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id
        where d.webhook_id = ${webhookId} and w.disabled_at is null
          and (d.state in ('ready', 'retry') and d.due_at <= ${tx.now} or d.state = 'sending' and d.leased_until <= ${tx.now})
        order by d.fact_seq nulls last, d.id limit 1 for update of d skip locked)
    returning id`.execute(tx.sql)
  const id = claimed.rows[0]?.id
  return id ? room(tx).selectFrom("webhook_deliveries").selectAll().where("id", "=", id).executeTakeFirstOrThrow() : null
}

/** Webhooks that have something to send now. */
export async function webhooksDue(reader: Reader): Promise<string[]> {
  const found = await sql<{ webhook_id: string }>`
    select distinct d.webhook_id from webhook_deliveries d join webhooks w on w.id = d.webhook_id
     where w.disabled_at is null
       and (d.state in ('ready', 'retry') and d.due_at <= ${reader.now} or d.state = 'sending' and d.leased_until <= ${reader.now})`.execute(
    reader.sql,
  )
  return found.rows.map(({ webhook_id }) => webhook_id)
}

/** Keeps what came of a try, and what follows from it: taken, to be tried again, given up, or the webhook disabled. Gives when to try again. */
export async function settle(tx: Tx, delivery: Delivery, exchange: Exchange, random: number): Promise<Date | null> {
  const tables = room(tx)
  const webhook = await tables.selectFrom("webhooks").selectAll().where("id", "=", delivery.webhook_id).forUpdate().executeTakeFirst()
  if (!webhook) return null // removed meanwhile
  await keepAttempt(tx, delivery, exchange)
  const again = exchange.reason === null ? null : nextTry(delivery.round, tx.now, random, exchange.retryAfter)
  const state = exchange.reason === null ? "delivered" : again ? "retry" : "failed"
  await tables
    .updateTable("webhook_deliveries")
    .set({ state, leased_until: null, ...(again ? { due_at: again } : { finished_at: tx.now }) })
    .where("id", "=", delivery.id)
    .execute()
  await keepHealth(tx, webhook, exchange)
  return again
}

async function keepAttempt(tx: Tx, delivery: Delivery, exchange: Exchange): Promise<void> {
  await room(tx)
    .insertInto("webhook_attempts")
    .values({
      delivery_id: delivery.id,
      number: delivery.attempts,
      at: tx.now,
      ms: exchange.ms,
      request_headers: fitJson(exchange.requestHeaders),
      status: exchange.status,
      reason: exchange.reason,
      response_headers: exchange.responseHeaders && fitJson(exchange.responseHeaders),
      response_body: exchange.responseBody,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function keepHealth(tx: Tx, webhook: Webhook, { reason, status }: Exchange): Promise<void> {
  const failingSince = reason === null ? null : (webhook.failing_since ?? tx.now)
  if (failingSince?.getTime() !== webhook.failing_since?.getTime())
    await room(tx).updateTable("webhooks").set({ failing_since: failingSince }).where("id", "=", webhook.id).execute()
  if (webhook.disabled_at || !failingSince) return
  if (status === GONE) await stopSending(ACTOR, tx, webhook, "gone")
  else if (tx.now.getTime() - failingSince.getTime() >= PATIENCE) await stopSending(ACTOR, tx, webhook, "failing")
}
