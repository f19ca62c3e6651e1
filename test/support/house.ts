import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { addToken, type Role, systemActor } from "#people"
import { Database, systemClock } from "#platform"
import { closeAfterwards, closeAtTheEnd } from "./database.ts"
import { administer, cloneTemplate, startTestServer } from "./server.ts"

const ROOT = fileURLToPath(new URL("../../", import.meta.url))
const NODE = process.execPath

export interface RunningHouse {
  home: string
  url: string
  smtpPort: number
  /** The one-time link that the start printed, or null. */
  signInLink: string | null
  child: ChildProcess
  env: NodeJS.ProcessEnv
  /** Asks the API; gives status and JSON. */
  api(path: string, options?: ApiOptions): Promise<{ status: number; body: Json }>
  /** Runs the command line on the same folder. */
  vigie(...words: string[]): Promise<{ code: number; out: string; err: string }>
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does, and gives the exit signal. */
  kill(): Promise<void>
}

/** What an API answers, looked into without ceremony. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test asserts on what it finds there
export type Json = any

export interface ApiOptions {
  token?: string
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

export interface HouseOptions {
  /** More settings. */
  env?: NodeJS.ProcessEnv
  /** A data folder that is there already; it is left there. */
  home?: string
  /** Words behind `npm start --`. */
  args?: readonly string[]
  /** Its own embedded database with real flushes, instead of a clone on the tests' server. */
  embedded?: boolean
}

/** Starts Vigie as `npm start` does, in a process of its own on free ports. Ended when the test file is done. */
export async function startHouse(options: HouseOptions = {}): Promise<RunningHouse> {
  const home = options.home ?? (await newHome())
  const env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
    VIGIE_HOME: home,
    VIGIE_HTTP: "127.0.0.1:0",
    VIGIE_SMTP: "127.0.0.1:0",
    VIGIE_DNS: "offline",
    VIGIE_LOG: "warn",
    VIGIE_MIN_FREE_MB: "10",
    ...(options.embedded || options.env?.["DATABASE_URL"] ? {} : { DATABASE_URL: await cloneUrl(), VIGIE_TEST_UNSAFE: "1" }),
    ...options.env,
  }
  const child = spawn(NODE, ["--disable-warning=ExperimentalWarning", join(ROOT, "src/main.ts"), ...(options.args ?? [])], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const errors: string[] = []
  createInterface({ input: child.stderr }).on("line", (line) => {
    errors.push(line)
    if (process.env["VIGIE_TEST_VERBOSE"]) console.error(line)
  })
  const greeting = await readGreeting(child, errors)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  closeAfterwards(() => end("SIGTERM"))
  const house: RunningHouse = {
    ...greeting,
    home,
    child,
    env,
    api: (path, asked = {}) => ask(greeting.url, path, asked),
    vigie: (...words) => runVigie(env, words),
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
  }
  return house
}

/** A data folder of its own, removed when the test file is done. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "vigie-home-"))
  await chmod(home, 0o711)
  closeAfterwards(() => rm(home, { recursive: true, force: true }))
  return home
}

/** A token of a role, as an operator makes one; beside the command line, whose start costs seconds, where the database can be reached. */
export async function tokenFor(house: RunningHouse, role: Role): Promise<string> {
  const url = house.env["DATABASE_URL"]
  if (url) {
    const db = new Database({ url }, systemClock, { connections: 1 })
    const { token } = await db.transact((tx) => addToken(systemActor("test"), tx, { name: `test ${role}`, role }))
    await db.close()
    return token
  }
  const { code, out, err } = await house.vigie("token", "add", "--name", `test ${role}`, "--role", role)
  if (code !== 0) throw new Error(`token add failed: ${err}`)
  return out.trim()
}

/** Asks again until it is so. The wait is for a fact, and ends with what was last seen. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  timeoutMs = 20_000,
  everyMs = 40,
): Promise<T> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`After ${timeoutMs / 1000} s still not: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

async function readGreeting(child: ChildProcess, errors: string[]): Promise<{ url: string; smtpPort: number; signInLink: string | null }> {
  const seen = { url: "", smtpPort: 0, signInLink: null as string | null }
  const lines = createInterface({ input: child.stdout! })
  const ready = new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      const url = /(https?:\/\/[^\s/]+)\/$/.exec(line)
      const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(line)
      const smtp = /:(\d+)$/.exec(line)
      if (link) seen.signInLink = link[0]
      else if (url) seen.url = url[1]!
      else if (smtp) {
        seen.smtpPort = Number(smtp[1])
        resolve()
      }
    })
    child.once("exit", (code) => reject(new Error(`Vigie ended with ${code} before it was open:\n${errors.join("\n")}`)))
  })
  await ready
  return seen
}

async function ask(url: string, path: string, { token, method, body, headers }: ApiOptions): Promise<{ status: number; body: Json }> {
  const answer = await fetch(new URL(path, url), {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text && /json\b/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : text }
}

/** Runs the command line, with these settings and no other. */
export function runVigie(env: NodeJS.ProcessEnv, words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(NODE, ["--disable-warning=ExperimentalWarning", join(ROOT, "src/house/cli.ts"), ...words], {
      cwd: ROOT,
      env: { ...env, LANG: "en_US.UTF-8" },
    })
    let out = ""
    let err = ""
    child.stdout.on("data", (chunk) => (out += chunk))
    child.stderr.on("data", (chunk) => (err += chunk))
    child.once("close", (code) => resolve({ code: code ?? 1, out, err }))
  })
}

let server: Promise<string> | null = null

/** A clone of the whole schema on the tests' server, as a DATABASE_URL. */
export async function cloneUrl(): Promise<string> {
  server ??= (async () => {
    const shared = process.env["VIGIE_TEST_PG"]
    if (shared) return shared
    const { host, stop } = await startTestServer()
    closeAtTheEnd(stop)
    return host
  })()
  const host = await server
  const database = `h_${randomBytes(6).toString("hex")}`
  await cloneTemplate(host, database)
  closeAfterwards(() => administer(host, `drop database if exists ${database} with (force)`))
  return `postgresql:///${database}?host=${encodeURIComponent(host)}&user=vigie`
}
