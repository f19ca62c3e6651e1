import { sql } from "kysely"
import { fitJson, insertMany, Invalid } from "#platform"
import type { Run, Skip } from "../run.ts"
import { room } from "../tables.ts"
import type { FoundMail } from "./mail-source.types.ts"
import { peek, sane } from "./peek.ts"
import { Threads } from "./threads.ts"

const BATCH = 1_000
/** As the intake: nothing larger was ever taken by mail. */
const LARGEST = 50_000_000

/**
 * First pass over an archive: notes where each mail lies and what it answers, and puts them into threads. Begun again after a kill, for
 * reading headers is quick and nothing is filed yet.
 */
export async function scanArchive(run: Run, mails: AsyncIterable<FoundMail>): Promise<void> {
  if (run.transfer.phase === "filing") return
  await run.step(async (tx) => {
    await room(tx).deleteFrom("transfer_items").where("transfer_id", "=", run.id).execute()
    await room(tx).deleteFrom("transfer_skips").where("transfer_id", "=", run.id).execute()
    return { done: -run.transfer.done }
  })
  const threads = new Threads()
  let batch: FoundMail[] = []
  let from = 0
  for await (const mail of mails) {
    batch.push(mail)
    if (batch.length < BATCH) continue
    await note(run, threads, batch, from)
    from += batch.length
    batch = []
  }
  await note(run, threads, batch, from)
  if (from + batch.length === 0) throw new Invalid("transfers.noMail")
  await joinThreads(run, threads, from + batch.length)
}

async function note(run: Run, threads: Threads, mails: readonly FoundMail[], from: number): Promise<void> {
  if (mails.length === 0) return
  const { now } = run.db.read
  const skips: Skip[] = []
  const rows = mails.map((mail, i) => {
    const { messageId, references, at } = peek(mail.head, now)
    threads.add(messageId, references)
    const place = from + i
    const { file, offset, length, masked } = mail
    if (length > LARGEST) skips.push({ place, item: messageId ?? `${file}:${offset}`, reason: "too-large" })
    return {
      transfer_id: run.id,
      kind: length > LARGEST ? "too-large" : "mail",
      key: String(place),
      at: at ?? sane(mail.came, now) ?? now,
      place,
      body: { file, offset, length, masked },
    }
  })
  await run.step(async (tx) => {
    const columns = { transfer_id: "uuid", kind: "text", key: "text", at: "timestamptz", place: "bigint", body: "jsonb" }
    await insertMany(tx, "transfer_items", columns, rows)
    return { done: skips.length, total: from + mails.length, skips, current: mails.at(-1)!.file }
  })
}

async function joinThreads(run: Run, threads: Threads, total: number): Promise<void> {
  let batch: { key: string; parent: string }[] = []
  const write = async () => {
    const rows = fitJson(batch)
    batch = []
    await run.step(async (tx) => {
      await sql`
        update transfer_items i set parent = given.parent from json_to_recordset(${rows}::json) as given (key text, parent text)
         where i.transfer_id = ${run.id} and i.kind = 'mail' and i.key = given.key`.execute(tx.sql)
      return {}
    })
  }
  let place = 0
  for (const first of threads.places()) {
    batch.push({ key: String(place++), parent: String(first) })
    if (batch.length === BATCH) await write()
  }
  if (batch.length) await write()
  await run.step(async (tx) => {
    await sql`
      insert into transfer_items (transfer_id, kind, key, at, place, body)
      select transfer_id, 'thread', parent, min(at), min(place), to_jsonb(count(*)) from transfer_items
       where transfer_id = ${run.id} and kind = 'mail' group by transfer_id, parent`.execute(tx.sql)
    return { total, phase: "filing", place: {} }
  })
}
