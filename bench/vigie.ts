import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises"
import { connect, createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"

/** A whole Vigie as `npm start` runs it, in a folder of its own, with the inbox care@shop.example. */
export class BenchVigie {
  readonly smtp: number
  readonly #http: number
  readonly #home: string
  readonly #child: ChildProcess
  #token = ""

  private constructor(home: string, http: number, smtp: number, child: ChildProcess) {
    this.#home = home
    this.#http = http
    this.smtp = smtp
    this.#child = child
  }

  static async open(): Promise<BenchVigie> {
    const home = await mkdtemp(join(tmpdir(), "vigie-intake-house-"))
    await chmod(home, 0o711)
    const [http, smtp] = [await freePort(), await freePort()]
    const env = {
      PATH: process.env["PATH"] ?? "",
      VIGIE_HOME: home,
      VIGIE_HTTP: `127.0.0.1:${http}`,
      VIGIE_SMTP: `127.0.0.1:${smtp}`,
      VIGIE_DNS: "offline",
      VIGIE_LOG: "warn",
    }
    const node = (...args: string[]) => ["--disable-warning=ExperimentalWarning", ...args]
    const child = spawn(process.execPath, node("src/main.ts"), { env, stdio: ["ignore", "ignore", "inherit"] })
    const vigie = new BenchVigie(home, http, smtp, child)
    await portOpen(smtp, () => child.exitCode)
    const command = async (...words: string[]) =>
      (await promisify(execFile)(process.execPath, node("src/house/cli.ts", ...words), { env })).stdout.trim()
    await command("inbox", "add", "--address", "care@shop.example")
    vigie.#token = await command("token", "add", "--name", "bench", "--role", "admin")
    return vigie
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${this.#http}${path}`, { headers: { authorization: `Bearer ${this.#token}` } })
    return (await answer.json()) as T
  }

  /** Until nothing waits in the spool. */
  async filed(): Promise<void> {
    for (;;) {
      const { parts } = await this.get<{ parts: { spool: { depth: number } } }>("/api/health")
      if (parts.spool.depth === 0) return
      await pause(100)
    }
  }

  /** Stands still while another is measured, and goes on. */
  pause(): void {
    this.#child.kill("SIGSTOP")
  }

  resume(): void {
    this.#child.kill("SIGCONT")
  }

  /** Resident memory of the program itself, database aside, in MB. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "utf8")
    return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1000
  }

  async close(): Promise<void> {
    this.resume()
    this.#child.kill("SIGTERM")
    if (this.#child.exitCode === null) await once(this.#child, "exit")
    await rm(this.#home, { recursive: true, force: true })
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function portOpen(port: number, exitCode: () => number | null): Promise<void> {
  for (;;) {
    if (exitCode() !== null) throw new Error(`It ended with ${exitCode()} instead of starting`)
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), resolve(true)))
      socket.once("error", () => resolve(false))
    })
    if (open) return
    await pause(50)
  }
}
