import { execFile, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { chown, chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { promisify } from "node:util"
import pg from "pg"
import { clientConfig } from "./connect.ts"
import { postgresBinaries, reachable } from "./binaries.ts"

/** A PostgreSQL that Vigie keeps for itself, reached through a socket folder. */
export interface EmbeddedPostgres {
  /** Folder of the Unix socket: what `pg` takes as host. */
  host: string
  /** Whether this process started it; one that was already running is used and left running. */
  started: boolean
  pid: number
  /** Stops it in order, when this process started it and nobody else is connected. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  home: string
  /** For throw-away databases of tests only: no flush, so no promise. */
  unsafeFast?: boolean
}

/** Debian's `nobody`: PostgreSQL refuses to run as root and asks for a user that the system knows. */
const NOBODY = 65534

/** Makes the database folder at the first start, finds a server that survived its parent, or starts one. */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const uid = process.getuid?.() === 0 ? NOBODY : null
  const { data, socket } = await folders(options.home, uid)
  const running = await livePid(data, socket)
  if (running) return handle(socket, running, false)
  const binaries = await postgresBinaries(uid)
  const owner = uid === null ? {} : { uid, gid: uid }
  if (!(await stat(join(data, "PG_VERSION")).catch(() => null))) await initialise(binaries, data, owner)
  const pid = await launch(binaries, data, socket, owner, options.unsafeFast ?? false)
  return handle(socket, pid, true)
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

/** Made under another name and then renamed: a start that was killed half way leaves nothing that looks like a database. */
async function initialise(binaries: string, data: string, owner: { uid?: number; gid?: number }): Promise<void> {
  const part = `${data}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { mode: 0o700 })
  if (owner.uid !== undefined) await chown(part, owner.uid, owner.uid)
  const args = ["-D", part, "-U", "vigie", "-A", "trust", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  await promisify(execFile)(join(binaries, "bin/initdb"), [...args, "--locale=C"], { ...owner, cwd: part, env: {} })
  await chmod(part, 0o700)
  await rename(part, data)
}

/** Sized for two cores and a small memory; a larger place brings its own PostgreSQL. */
const SETTINGS = {
  listen_addresses: "",
  max_connections: "40",
  shared_buffers: "128MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  effective_cache_size: "1GB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  jit: "off",
  io_method: "sync",
  max_parallel_workers_per_gather: "0",
  logging_collector: "off",
  log_min_messages: "fatal",
  log_min_error_statement: "panic",
} as const

async function launch(
  binaries: string,
  data: string,
  socket: string,
  owner: { uid?: number; gid?: number },
  unsafeFast: boolean,
): Promise<number> {
  await rm(join(data, "postmaster.pid"), { force: true })
  const settings: Record<string, string> = { ...SETTINGS, unix_socket_directories: socket }
  if (unsafeFast) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" })
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const log = `${data}.log`
  await writeFile(log, "")
  const { openSync, closeSync } = await import("node:fs")
  const output = openSync(log, "a")
  // In a session of its own: a Ctrl-C in the terminal reaches Vigie first, which finishes and then stops the database.
  const child = spawn(join(binaries, "bin/postgres"), ["-D", data, ...args], {
    ...owner,
    cwd: data,
    env: { TZ: "UTC" },
    detached: true,
    stdio: ["ignore", output, output],
  })
  closeSync(output)
  child.unref()
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The database did not start: ${(await readFile(log, "utf8")).trim().split("\n").at(-1)}`)
    if (await answers(socket)) return child.pid!
    await wait(20)
  }
  throw new Error(`The database did not answer within a minute; see ${log}`)
}

async function livePid(data: string, socket: string): Promise<number | null> {
  const file = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => null)
  const pid = Number(file?.split("\n")[0])
  if (!pid || !alive(pid)) return null
  for (let tries = 0; tries < 600 && alive(pid); tries++) {
    if (await answers(socket)) return pid
    // The number may have gone to some other program after a power cut.
    if (!(await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "postgres")).startsWith("postgres")) return null
    await wait(50)
  }
  return null
}

async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, user: "vigie", database: "postgres" })
  client.on("error", () => {}) // seen by connect() as well
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false // not yet: the caller asks again, up to its limit
  }
}

function handle(host: string, pid: number, started: boolean): EmbeddedPostgres {
  return {
    host,
    started,
    pid,
    async stop() {
      if (!alive(pid)) return
      process.kill(pid, "SIGINT") // "fast shutdown": sessions end, a checkpoint is written
      for (let tries = 0; tries < 1500 && alive(pid); tries++) await wait(10)
    },
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** Makes an empty database of this name, where there is none yet. */
export async function ensureDatabase(host: string, name: string): Promise<void> {
  const client = new pg.Client(clientConfig({ host, database: "postgres" }))
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name])
    if (found.rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
