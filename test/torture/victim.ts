import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"

import { promisify } from "node:util"
import { ROOT } from "../house/source.ts"

/** Where a server that is going to be killed lives: the folder and the addresses stay the same from one life to the next. */
export interface Place {
  home: string
  smtp: number
  http: number
  /** Settings beside those, such as VIGIE_RELAY. */
  settings: Readonly<Record<string, string>>
}

/** One life of a server. */
export class Victim {
  readonly #child: ChildProcess
  readonly gone: Promise<void>
  output = ""

  private constructor(child: ChildProcess) {
    this.#child = child
    for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding("utf8").on("data", (text: string) => (this.output += text))
    this.gone = once(child, "close").then(() => {})
  }

  /** Starts a server and waits until it takes mail, or has died of its failpoint on the way. */
  static async start(place: Place, failpoint: string | null): Promise<Victim> {
    const env = { ...environment(place), ...(failpoint ? { VIGIE_TEST_FAILPOINT: failpoint } : {}) }
    const args = ["--disable-warning=ExperimentalWarning", "src/main.ts"]
    const victim = new Victim(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] }))
    await Promise.race([victim.#says(`:${place.smtp}`), victim.gone])
    if (!victim.alive && victim.#child.signalCode !== "SIGKILL") throw new Error(`The server didn't start:\n${victim.output}`)
    return victim
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  get pid(): number {
    return this.#child.pid!
  }

  /** Waits for a fact that only a living server brings about. @throws when the server ends before it, with what it said. */
  async until<T>(fact: Promise<T>): Promise<T> {
    const died = this.gone.then<never>(() => {
      throw new Error(`The server died by itself (${this.#child.signalCode ?? this.#child.exitCode}):\n${this.output}`)
    })
    return await Promise.race([fact, died])
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL")
    await this.gone
  }

  /** Asks it to close, and gives what it ended with. */
  async stop(): Promise<number | null> {
    this.#child.kill("SIGTERM")
    await this.gone
    return this.#child.exitCode
  }

  async #says(words: string): Promise<void> {
    while (!this.output.includes(words)) await once(this.#child.stdout!, "data")
  }
}

function environment({ home, smtp, http, settings }: Place): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VIGIE_(?!TEST_RUN)|DATABASE_URL$|NODE_(?!COMPILE))/.test(name))
  const own = {
    VIGIE_HOME: home,
    VIGIE_SMTP: `127.0.0.1:${smtp}`,
    VIGIE_HTTP: `127.0.0.1:${http}`,
    VIGIE_DNS: "offline",
    VIGIE_LOG: "warn",
  }
  return { ...Object.fromEntries(kept), ...own, VIGIE_MIN_FREE_MB: "1", ...settings }
}

/** A command of the command line, in the same place. Gives what it printed. */
export async function command(place: Place, ...words: readonly string[]): Promise<string> {
  const args = ["--disable-warning=ExperimentalWarning", "src/house/cli.ts", ...words]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: environment(place) })
  return stdout.trim()
}
