import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addInbox } from "#conversations"
import { systemActor } from "#people"
import { type Address, type Database, FileBlobs, Keys, Metrics, silentLog, Spool, systemClock } from "#platform"
import { authenticateMail } from "../reading/authenticate.ts"
import { ReadingPool } from "../reading/reading-pool.ts"
import type { FilingLoopParts } from "./filing-loop.ts"
import { KnownDomains } from "./known-domains.ts"

export interface FilingHouse extends FilingLoopParts {
  folder: string
  address: Address
  inboxId: string
  pool: ReadingPool
}

/** What a test file gives: a fresh database, and the way to have things closed when it is done. */
export interface Given {
  database: () => Promise<{ db: Database; address: Address }>
  closeAfterwards: (close: () => Promise<void>) => void
}

/** An inbox care@shop.example, a spool and blobs in a folder of their own, and a reader that asks nobody. */
export async function filingHouse({ database, closeAfterwards }: Given): Promise<FilingHouse> {
  const { db, address } = await database()
  const folder = await mkdtemp(join(tmpdir(), "vigie-filing-"))
  const parts = await filingParts(db, folder)
  const inbox = await db.transact((tx) => addInbox(systemActor("test"), tx, { address: "care@shop.example", name: "Care" }))
  closeAfterwards(async () => {
    await parts.pool.close()
    await parts.spool.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...parts, folder, address, inboxId: inbox.id }
}

export async function filingParts(db: Database, folder: string): Promise<FilingLoopParts & { pool: ReadingPool }> {
  const spool = new Spool(join(folder, "spool"), systemClock)
  await spool.open()
  const pool = new ReadingPool({ workers: 1 })
  return {
    db,
    keys: new Keys(Buffer.alloc(32, 7)),
    blobs: new FileBlobs(join(folder, "blobs")),
    spool,
    pool,
    read: (raw) => pool.read(raw),
    domains: new KnownDomains(db),
    authenticate: (raw, mail) => authenticateMail(raw, mail, { offline: true }),
    log: silentLog,
    metrics: new Metrics(),
    now: () => new Date(),
    shortestPauseMs: 1,
  }
}

/** An envelope as the intake writes it. */
export function envelopeTo(...to: string[]) {
  return {
    via: "smtp",
    from: "camille@rousseau.example",
    to,
    inbox: null,
    source: null,
    ip: "192.0.2.7",
    helo: "rousseau.example",
    tls: null,
    at: "2026-11-02T08:00:00.000Z",
  } as const
}

export function mailOf(
  subject: string,
  text = "Where is my order?",
  messageId: string | null = `<${subject.replaceAll(" ", "-")}@rousseau.example>`,
): Buffer {
  const id = messageId ? `Message-ID: ${messageId}\r\n` : ""
  const head = `From: Camille Rousseau <camille@rousseau.example>\r\nTo: care@shop.example\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\n${id}Subject: ${subject}\r\n`
  return Buffer.from(`${head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`)
}
