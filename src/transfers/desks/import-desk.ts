import { sql } from "kysely"
import { insertMany } from "#platform"
import { oursOf } from "../mail/ours.ts"
import type { Run, Skip } from "../run.ts"
import { ArchiveSettings } from "../settings.ts"
import { room } from "../tables.ts"
import type { ReadItem, Staged } from "./desk.types.ts"
import { fileTickets } from "./file-tickets.ts"
import { itemsOf } from "./json-items.ts"
import { text } from "./loose.ts"

const BATCH = 2_000

/** Brings in another desk's export: all of it is read and kept first, since people, tickets and words come in any order; then filed by time. */
export async function importDesk(run: Run, read: ReadItem): Promise<void> {
  const settings = ArchiveSettings.parse(run.transfer.settings)
  if (run.transfer.phase === "reading") await readFiles(run, read)
  await fileTickets(run, settings, await oursOf(run.db.read, settings.ours))
}

async function readFiles(run: Run, read: ReadItem): Promise<void> {
  await run.step(async (tx) => {
    await room(tx).deleteFrom("transfer_items").where("transfer_id", "=", run.id).execute()
    await room(tx).deleteFrom("transfer_skips").where("transfer_id", "=", run.id).execute()
    return { done: -run.transfer.done }
  })
  let place = 0
  for (const file of run.transfer.files) {
    let rows: (Staged & { place: number })[] = []
    let skips: Skip[] = []
    for await (const { list, value } of itemsOf(file.path)) {
      place++
      const staged = value ? read(list, value) : null
      if (!value) skips.push({ place, item: `${file.name}, ${place}`, reason: "not-json" })
      else if (staged?.length === 0) skips.push({ place, item: `${file.name}, ${text(value["id"]) || place}`, reason: "nothing-in-it" })
      for (const one of staged ?? []) rows.push({ ...one, place })
      if (rows.length + skips.length < BATCH) continue
      await keep(run, rows, skips, file.name)
      rows = []
      skips = []
    }
    await keep(run, rows, skips, file.name)
  }
  await run.step(async (tx) => {
    const found = await sql<{
      n: number
    }>`select count(*) as n from transfer_items where transfer_id = ${run.id} and kind = 'ticket'`.execute(tx.sql)
    return { total: found.rows[0]?.n ?? 0, phase: "filing", place: {} }
  })
}

async function keep(run: Run, staged: readonly (Staged & { place: number })[], skips: readonly Skip[], current: string): Promise<void> {
  const rows = staged.map((one) => ({
    transfer_id: run.id,
    kind: one.kind,
    key: one.key,
    parent: one.kind === "comment" ? one.parent : "",
    at: one.kind === "user" ? null : one.at,
    place: one.place,
    body: one.body,
  }))
  // A later word of somebody may know more than an earlier one: an agent without an address, named beside a message.
  const unique = [
    ...new Map(rows.toSorted((a, b) => richness(a.body) - richness(b.body)).map((row) => [`${row.kind} ${row.key}`, row])).values(),
  ]
  const columns = { transfer_id: "uuid", kind: "text", key: "text", parent: "text", at: "timestamptz", place: "bigint", body: "jsonb" }
  await run.step(async (tx) => {
    await insertMany(tx, "transfer_items", columns, unique, {
      otherwise: sql`on conflict (transfer_id, kind, key) do update set body = excluded.body
        where length(excluded.body::text) > length(transfer_items.body::text)`,
    })
    return { skips, current }
  })
}

const richness = (body: object): number => JSON.stringify(body).length
