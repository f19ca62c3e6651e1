import { chmod, mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import type { Database } from "#platform"
import { makeCompany } from "./company.ts"
import { fileCases, planCases } from "./fill-cases.ts"
import { sayEverything } from "./fill-messages.ts"
import { Random } from "./random.ts"
import { Vocabulary } from "./vocabulary.ts"

export interface Size {
  cases: number
  messages: number
}

/** Fills an empty database with two years of a company, in bulk: without indexes and triggers, which are made and fired at the end. */
export async function fill(db: Database, folder: string, { cases, messages }: Size, progress: (text: string) => void): Promise<void> {
  const random = new Random(cases)
  const words = { fr: new Vocabulary("fr", random), en: new Vocabulary("en", random) }
  const shared = join(folder, "copy")
  await mkdir(shared, { recursive: true })
  await chmod(shared, 0o755)
  const clients = await Promise.all([db.connect(), db.connect()])
  const [client] = clients
  try {
    for (const one of clients) await prepare(one)
    const remake = await dropIndexes(client)
    const company = await makeCompany(client, shared, random, { contacts: Math.ceil(cases * 0.7), now: db.clock.now().getTime() })
    progress(`${company.contacts.length} contacts`)
    const made = planCases(random, company, words, cases, db.clock.now().getTime())
    await sayEverything({ clients, shared, random, words, company, made, messages, now: db.clock.now().getTime(), progress })
    await fileCases(client, shared, random, company, made, db.clock.now().getTime())
    progress("cases")
    await remake(clients, progress)
    for (const [owner, which] of [
      ["null::uuid", "true"],
      ["owner_id", "owner_id is not null"],
    ]) {
      await client.query(`insert into case_tally select inbox_ids, category, waiting_since is not null, owner_id is not null, ${owner}, count(*)
        from cases where ${which} group by 1, 2, 3, 4, 5`)
    }
    await client.query("vacuum analyze")
    await client.query("checkpoint")
  } finally {
    for (const one of clients) await one.end()
    await rm(shared, { recursive: true, force: true })
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query("set session_replication_role = replica") // no trigger, no look-up of what a row refers to
  await client.query("set maintenance_work_mem = '600MB'")
  await client.query("set synchronous_commit = off") // while filling; what is measured afterwards runs with the real settings
}

/** Takes the indexes off the large tables and gives what makes them again. */
async function dropIndexes(client: pg.Client): Promise<(clients: pg.Client[], progress: (text: string) => void) => Promise<void>> {
  const tables = [
    "messages",
    "conversations",
    "participants",
    "attachments",
    "cases",
    "case_conversations",
    "search_entries",
    "search_contacts",
  ]
  const found = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid::regclass::text = any($1) and not indisprimary and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  )
  for (const { name } of found.rows) await client.query(`drop index ${name}`)
  for (const table of tables) await client.query(`alter table ${table} set (autovacuum_enabled = off)`)
  return async (clients, progress) => {
    for (const table of tables) await client.query(`alter table ${table} reset (autovacuum_enabled)`)
    const waiting = found.rows.sort((a, b) => Number(b.name === "search_entries_words") - Number(a.name === "search_entries_words"))
    const work = async (one: pg.Client) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const began = performance.now()
        await one.query(next.made)
        if (performance.now() - began > 3000) progress(`${next.name}: ${Math.round((performance.now() - began) / 1000)} s`)
      }
    }
    await Promise.all(clients.map(work))
  }
}
