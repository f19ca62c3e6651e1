import { mkdir, open, readdir, unlink } from "node:fs/promises"
import { dirname, join } from "node:path"
import { sql } from "kysely"
import { z } from "@hono/zod-openapi"
import {
  type Address,
  type Config,
  Conflict,
  Database,
  flushFolder,
  Invalid,
  Jobs,
  type Log,
  migrate,
  readMigrations,
  RESTORING,
  systemClock,
  writeDurably,
} from "#platform"
import { DatabaseLoad } from "./load-database.ts"
import { MANIFEST, type Manifest } from "./manifest.ts"
import { archiveEntries, verifyArchive } from "./read-archive.ts"

export interface RestoreParts {
  config: Config
  log: Log
  /** Starts or finds the database, empty or not, without touching its schema. */
  startDatabase: (config: Config) => Promise<Address>
  /** Looks at what came back, and says whether it may be worked with. */
  check: (db: Database, manifest: Manifest) => Promise<boolean>
}

/**
 * Fills an empty data folder and an empty database from one file. The file is read to its end and checked before anything is
 * written; a restore that is interrupted, or doesn't pass its check, leaves a mark that keeps the server from starting on it.
 * @throws Conflict when the place isn't empty or the backup is of a newer Vigie, Invalid when the file is damaged
 */
export async function restore(path: string, { config, log, startDatabase, check }: RestoreParts): Promise<boolean> {
  await refuseOccupied(config.home)
  const manifest = await verifyArchive(path)
  await refuseNewer(manifest)
  await mkdir(config.home, { recursive: true, mode: 0o711 })
  await writeDurably(join(config.home, RESTORING), `${path}\n`)
  const address = await startDatabase(config)
  const db = new Database(address, systemClock, { connections: 2 })
  try {
    await refuseFilled(db)
    await migrate(address, manifest.migrations.length)
    const jobs = await fill(path, config.home, db, manifest)
    await migrate(address)
    await putJobsBack(jobs, db, log)
    const fine = await check(db, manifest)
    if (fine) await unlink(join(config.home, RESTORING))
    await flushFolder(config.home)
    return fine
  } finally {
    await db.close()
  }
}

async function refuseOccupied(home: string): Promise<void> {
  const names = await readdir(home).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return []
    throw error
  })
  if (names.includes(RESTORING)) throw new Conflict("restore.interrupted", { home })
  if (names.length > 0) throw new Conflict("restore.homeNotEmpty", { home })
}

async function refuseNewer(manifest: Manifest): Promise<void> {
  const ours = await readMigrations()
  for (const [at, { name, sha256 }] of manifest.migrations.entries()) {
    if (!ours[at]) throw new Conflict("restore.newer", { version: manifest.vigie })
    if (ours[at].sha256 !== sha256) throw new Conflict("restore.otherSchema", { version: manifest.vigie, name })
  }
}

async function refuseFilled({ read }: Database): Promise<void> {
  const found = await sql<{ n: number }>`
    select count(*) as n from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(read.sql)
  if (found.rows[0]!.n > 0) throw new Conflict("restore.databaseNotEmpty")
}

const KeptJobs = z.array(
  z.object({
    name: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
    startAfter: z.string(),
  }),
)
type KeptJobs = z.infer<typeof KeptJobs>

async function fill(path: string, home: string, db: Database, manifest: Manifest): Promise<KeptJobs> {
  let jobs: KeptJobs = []
  const folders = new Set<string>([home])
  const load = await DatabaseLoad.begin(db, manifest)
  try {
    for await (const { name, content } of archiveEntries(path)) {
      if (name.startsWith("database/")) await load.take(name, content)
      else if (name.startsWith("home/")) await writeFile(home, name.slice("home/".length), content, folders)
      else if (name === "jobs.json") jobs = KeptJobs.parse(JSON.parse(Buffer.concat(await Array.fromAsync(content)).toString("utf8")))
      else if (name !== MANIFEST) throw new Invalid("restore.unknownFormat", { file: path })
    }
    for (const folder of folders) await flushFolder(folder)
    await load.commit()
    return jobs
  } finally {
    await load.close()
  }
}

async function writeFile(home: string, name: string, content: AsyncIterable<Buffer>, folders: Set<string>): Promise<void> {
  // The names come from a file that somebody handed us.
  if (name.split("/").some((part) => part === "" || part === "." || part === ".."))
    throw new Invalid("restore.unknownFormat", { file: name })
  const path = join(home, name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  for (let folder = dirname(path); folder !== dirname(home); folder = dirname(folder)) folders.add(folder)
  const file = await open(path, "wx", 0o600)
  try {
    for await (const chunk of content) await file.writeFile(chunk) // goes on where a write fell short
    await file.sync()
  } finally {
    await file.close()
  }
}

async function putJobsBack(kept: KeptJobs, db: Database, log: Log): Promise<void> {
  if (kept.length === 0) return
  const jobs = new Jobs(db, log)
  await jobs.open()
  try {
    await db.transact(async (tx) => {
      for (const { name, data, startAfter } of kept) await jobs.putBack(tx, name, data ?? {}, new Date(startAfter))
    })
  } finally {
    await jobs.close()
  }
}
