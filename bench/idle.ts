import { spawn } from "node:child_process"
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { progress, report } from "./report.ts"

const GOAL_MB = 300
const MB = 1_000_000

/** What everything that Vigie runs holds in memory after a start in an empty folder, the database included. Linux only. */
export async function idle(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "vigie-idle-"))
  await chmod(home, 0o711)
  const [http, smtp] = [await freePort(), await freePort()]
  const began = performance.now()
  const env = {
    PATH: process.env["PATH"] ?? "",
    VIGIE_HOME: home,
    VIGIE_HTTP: `127.0.0.1:${http}`,
    VIGIE_SMTP: `127.0.0.1:${smtp}`,
    VIGIE_DNS: "offline",
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
  }
  const server = spawn("sh", ["bin/with-node", "--run", "src/main.ts"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  })
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  try {
    await healthy(`http://127.0.0.1:${http}/api/health`, () => server.exitCode)
    report({ bench: "idle", metric: "start", value: performance.now() - began, unit: "ms" })
    const held = await settled(server.pid!)
    const sum = (of: (one: Held) => number, which = held) => which.reduce((total, one) => total + of(one), 0) / MB
    const database = held.filter(({ name }) => name === "postgres")
    const goal = { peer: `goal ${GOAL_MB} MB`, ratio: sum(({ pss }) => pss) / GOAL_MB }
    report({ bench: "idle", metric: "memory.pss", value: sum(({ pss }) => pss), unit: "MB", ...goal })
    report({ bench: "idle", metric: "memory.pss.database", value: sum(({ pss }) => pss, database), unit: "MB" })
    report({ bench: "idle", metric: "memory.rss", value: sum(({ rss }) => rss), unit: "MB" })
    report({ bench: "idle", metric: "processes", value: held.length, unit: "processes" })
  } finally {
    server.kill("SIGTERM")
    await ended
    await rm(home, { recursive: true, force: true })
  }
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))))
    })
  })
}

async function healthy(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (exitCode() !== null) throw new Error(`Vigie ended with ${exitCode()} instead of starting`)
    const answer = await fetch(url).catch(() => null) // not listening yet
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error("Vigie was not healthy within a minute")
}

interface Held {
  name: string
  /** Resident, shared pages counted for each process that has them. */
  rss: number
  /** Resident, shared pages divided among those that have them: these add up. */
  pss: number
}

/** Looks each second until five looks in a row differ by less than a hundredth, for half a minute at most. */
async function settled(root: number): Promise<Held[]> {
  const totals: number[] = []
  for (;;) {
    const held = await heldBy(root)
    totals.push(held.reduce((total, { pss }) => total + pss, 0))
    const last = totals.slice(-5)
    if (totals.length >= 30 || (last.length === 5 && Math.max(...last) < Math.min(...last) * 1.01)) return held
    progress(`${(totals.at(-1)! / MB).toFixed(0)} MB`)
    await pause(1000)
  }
}

async function heldBy(root: number): Promise<Held[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir("/proc")) {
    const status = /^\d+$/.test(name) ? await readFile(`/proc/${name}/status`, "utf8").catch(() => "") : "" // it may just have ended
    const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid)!))
  const held = await Promise.all([...parents.keys()].filter(isOurs).map(memoryOf))
  return held.filter((one) => one !== null)
}

async function memoryOf(pid: number): Promise<Held | null> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => null) // it has just ended
  if (!rollup) return null
  const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0) * 1024
  return { name: (await readFile(`/proc/${pid}/comm`, "utf8")).trim(), rss: field("Rss"), pss: field("Pss") }
}
