import { sql } from "kysely"
import type { Database } from "../database/database.ts"
import type { InHand } from "./in-hand.ts"

/** What is known of a request that took a key. */
export interface Earlier {
  fingerprint: string
  status: number | null
  body: string | null
}

/** Takes the key for this request, or gives what is known of the one that took it. */
export async function claim(db: Database, request: InHand, fingerprint: string): Promise<Earlier | null> {
  const { sql: query, now } = db.read
  const taken = await sql`
    insert into repeated_requests (actor, key, fingerprint, at) values (${request.actor}, ${request.key}, ${fingerprint}, ${now})
    on conflict do nothing returning key`.execute(query)
  return taken.rows.length ? null : find(db, request)
}

/** What is known of the request that took this key. */
export async function find(db: Database, { actor, key }: InHand): Promise<Earlier | null> {
  const found = await sql<Earlier>`select fingerprint, status, body from repeated_requests where actor = ${actor} and key = ${key}`.execute(
    db.read.sql,
  )
  return found.rows[0] ?? null
}

/** Keeps what was answered; without a body when that is told once. */
export async function keep(db: Database, { actor, key }: InHand, status: number, body: string | null): Promise<void> {
  await sql`update repeated_requests set status = ${status}, body = ${body} where actor = ${actor} and key = ${key}`.execute(db.read.sql)
}

/** Gives the key free, unless work was committed under it. */
export async function release(db: Database, { actor, key }: InHand): Promise<void> {
  await sql`delete from repeated_requests where actor = ${actor} and key = ${key} and status is null`.execute(db.read.sql)
}

/** Gives the key free whatever was committed under it, such as the count of a refused try. */
export async function forget(db: Database, { actor, key }: InHand): Promise<void> {
  await sql`delete from repeated_requests where actor = ${actor} and key = ${key}`.execute(db.read.sql)
}

/** Forgets what is older than a day; called by a job. */
export async function forgetRepeatedRequests(db: Database): Promise<void> {
  const { sql: query, now } = db.read
  await sql`delete from repeated_requests where at < ${new Date(now.getTime() - 86_400_000)}`.execute(query)
}
