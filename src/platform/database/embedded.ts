import { createHash } from "node:crypto"
import { chown, mkdir, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { type Held, holding, tryHold } from "../file-lock.ts"
import { postgresBinaries, reachable } from "./binaries.ts"
import { clientConfig } from "./connect.ts"
import { initialise, launch } from "./launch.ts"
import { runningServer, serverOf, shutDown } from "./postmaster.ts"

/** A PostgreSQL that Vigie keeps for itself, reached through a socket folder. */
export interface EmbeddedPostgres {
  /** Folder of the Unix socket: what `pg` takes as host. */
  host: string
  pid: number
  /** Leaves it; whoever is the last to leave stops it in order. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  home: string
  /** A database that is made where it isn't there yet. */
  database?: string
  /** For throw-away databases of tests only: no flush, so no promise. */
  unsafeFast?: boolean
  /** Given up: what was started for this is stopped again. */
  signal?: AbortSignal | undefined
}

/** Debian's `nobody`: PostgreSQL refuses to run as root and asks for a user that the system knows. */
const NOBODY = 65534

/**
 * Makes the database folder at the first start, finds a server that survived its parent, or starts one. Server and command line may do
 * so at the same moment: starting and stopping are for one at a time, and as long as it lives each process holds a mark that it uses it.
 */
export async function startPostgres({ home, database, unsafeFast, signal }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await mkdir(home, { recursive: true, mode: 0o711 })
  return holding(
    startingOf(home),
    async () => {
      const { data, host, pid } = await findOrLaunch(home, unsafeFast ?? false, signal)
      const used = tryHold(usersOf(home), "together")
      try {
        if (!used) throw new Error(`${usersOf(home)} is held by another program`)
        if (database) await ensureDatabase(host, database)
        return { host, pid, stop: () => holding(startingOf(home), () => leave(home, data, used)) }
      } catch (error) {
        await leave(home, data, used)
        throw error
      }
    },
    signal,
  )
}

const startingOf = (home: string) => join(home, "postgres.lock")
const usersOf = (home: string) => join(home, "postgres-users.lock")

async function findOrLaunch(home: string, unsafeFast: boolean, signal?: AbortSignal): Promise<{ data: string; host: string; pid: number }> {
  const uid = process.getuid?.() === 0 ? NOBODY : null
  const { data, socket } = await folders(home, uid)
  const running = await runningServer(data, socket, signal)
  if (running) return { data, host: socket, pid: running }
  const owner = uid === null ? {} : { uid, gid: uid }
  const place = { binaries: await postgresBinaries(uid), data, socket, owner }
  signal?.throwIfAborted()
  if (!(await stat(join(data, "PG_VERSION")).catch(() => null))) await initialise(place, signal)
  signal?.throwIfAborted()
  return { data, host: socket, pid: await launch(place, unsafeFast, signal) }
}

/** Where data and socket lie: in the home folder, or, where another uid must own them and can't come in, under /var/lib/vigie. */
async function folders(home: string, uid: number | null): Promise<{ data: string; socket: string }> {
  const mark = createHash("sha256").update(home).digest("hex").slice(0, 12)
  const base = uid === null || (await reachable(home)) ? home : `/var/lib/vigie/${mark}`
  if (base !== home) await mkdir(base, { recursive: true, mode: 0o711 })
  const data = join(base, "postgres")
  const inside = join(base, "run")
  // A socket's path has at most 107 bytes (sockaddr_un); ".s.PGSQL.5432" comes behind the folder.
  const socket = inside.length <= 90 ? inside : join(tmpdir(), `vigie-${mark}`)
  await mkdir(socket, { recursive: true, mode: 0o700 })
  if (uid !== null) await chown(socket, uid, uid)
  return { data, socket }
}

/** While nobody can come: gives its mark back, and stops the server when that was the last. */
async function leave(home: string, data: string, used: Held | null): Promise<void> {
  used?.release()
  const last = tryHold(usersOf(home), "alone")
  if (!last) return
  last.release()
  const pid = await serverOf(data)
  if (pid !== null) await shutDown(pid)
}

async function ensureDatabase(host: string, name: string): Promise<void> {
  const client = new pg.Client(clientConfig({ host, database: "postgres" }))
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name])
    if (found.rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
