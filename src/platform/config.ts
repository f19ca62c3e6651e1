import { resolve } from "node:path"
import { pathToFileURL } from "node:url"

/** An address to listen on. */
export interface Listen {
  host: string
  port: number
}

/** Everything an operator can set, checked. */
export interface Config {
  home: string
  http: Listen
  smtp: Listen
  url: URL
  relay: URL | null
  databaseUrl: string | null
  /** Certificate and key for STARTTLS on the intake, as files in PEM. */
  smtpTls: { cert: string; key: string } | null
  /** Reverse proxies of the operator's own in front: so many entries of X-Forwarded-For, from the right, are theirs to write. */
  proxyHops: number
  /** DNS look-ups for sender checks; offline says "not checked". */
  dns: "system" | "offline"
  /** Hosts or CIDR ranges that outbound requests may reach although they aren't public. */
  allowPrivate: string[]
  /** Seconds an answer waits before it leaves, so that it can be taken back (0 to 60). */
  undoSeconds: number
  /** Bytes kept free on the disk: under this the intake answers 452. */
  minFreeBytes: number
  /** Where the company is, for whoever says nothing else (IANA name). */
  timeZone: string
  logLevel: "debug" | "info" | "warn" | "error"
  /** The example company: its own data folder, and nothing leaves. */
  demo: boolean
}

/** A setting that can't be used: its name, and what would be right. */
export class BadSetting extends Error {
  override readonly name = "BadSetting"
  readonly setting: string
  readonly right: string
  constructor(setting: string, value: string, right: string) {
    super(`${setting}=${JSON.stringify(value)} can't be used: ${right}.`)
    this.setting = setting
    this.right = right
  }
}

/** Reads the settings (contract.md) from the environment. @throws BadSetting for the first value that makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[] = []): Config {
  refuseUnknown(env)
  const http = listen(env, "VIGIE_HTTP", "127.0.0.1:4600")
  const demo = args.includes("--demo")
  const home = resolve(env["VIGIE_HOME"] || (demo ? ".vigie-demo" : ".vigie"))
  if (home === "/") throw new BadSetting("VIGIE_HOME", home, "name a folder of Vigie's own, such as /var/lib/vigie")
  return {
    home,
    http,
    smtp: listen(env, "VIGIE_SMTP", "127.0.0.1:2525"),
    url: url(env, "VIGIE_URL", ["http:", "https:"]) ?? new URL(`http://${bracket(http.host)}:${http.port}`),
    relay: url(env, "VIGIE_RELAY", ["smtp:", "smtps:"]),
    databaseUrl: url(env, "DATABASE_URL", ["postgres:", "postgresql:"])?.href ?? null,
    smtpTls: tlsFiles(env),
    proxyHops: whole(env, "VIGIE_PROXY_HOPS", 0, 0, 5),
    dns: oneOf(env, "VIGIE_DNS", ["system", "offline"], "system"),
    allowPrivate: (env["VIGIE_ALLOW_PRIVATE"] ?? "").split(/[\s,]+/).filter(Boolean),
    undoSeconds: whole(env, "VIGIE_UNDO_SECONDS", 12, 0, 60),
    minFreeBytes: whole(env, "VIGIE_MIN_FREE_MB", 200, 0, 1_000_000) * 1_000_000,
    timeZone: timeZone(env, "VIGIE_TIME_ZONE", "Europe/Paris"),
    logLevel: oneOf(env, "VIGIE_LOG", ["debug", "info", "warn", "error"], "info"),
    demo,
  }
}

const KNOWN = new Set([
  "VIGIE_HOME",
  "VIGIE_HTTP",
  "VIGIE_SMTP",
  "VIGIE_URL",
  "VIGIE_RELAY",
  "VIGIE_SMTP_CERT",
  "VIGIE_SMTP_KEY",
  "VIGIE_DNS",
  "VIGIE_PROXY_HOPS",
  "VIGIE_ALLOW_PRIVATE",
  "VIGIE_UNDO_SECONDS",
  "VIGIE_MIN_FREE_MB",
  "VIGIE_TIME_ZONE",
  "VIGIE_LOG",
])

/** A misspelt setting would otherwise be silently ignored. `VIGIE_TEST_*`, `VIGIE_BENCH_*` and `VIGIE_SHARED` belong to the tools. */
function refuseUnknown(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    if (!name.startsWith("VIGIE_") || KNOWN.has(name) || /^VIGIE_(TEST|BENCH|SHARED)/.test(name)) continue
    throw new BadSetting(name, env[name] ?? "", `it is not a setting; known are ${[...KNOWN].join(", ")}`)
  }
}

function listen(env: NodeJS.ProcessEnv, name: string, standard: string): Listen {
  const value = env[name] || standard
  const cut = value.lastIndexOf(":")
  const host = value.slice(0, cut).replace(/^\[(.*)\]$/, "$1")
  const port = Number(value.slice(cut + 1))
  if (cut < 1 || !host || /\s/.test(host) || !/^\d{1,5}$/.test(value.slice(cut + 1)) || port > 65535) {
    throw new BadSetting(name, value, `give an address and a port, such as ${standard}`)
  }
  return { host, port }
}

function url(env: NodeJS.ProcessEnv, name: string, protocols: string[]): URL | null {
  const value = env[name]
  if (!value) return null
  const right = `give an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`
  if (!URL.canParse(value)) throw new BadSetting(name, value, right)
  const parsed = new URL(value)
  // A database may be reached through a socket folder, without a host.
  if (!protocols.includes(parsed.protocol) || (!parsed.hostname && name !== "DATABASE_URL")) throw new BadSetting(name, value, right)
  return parsed
}

function oneOf<T extends string>(env: NodeJS.ProcessEnv, name: string, known: readonly T[], standard: T): T {
  const value = env[name]
  if (!value) return standard
  const found = known.find((k) => k === value)
  if (!found) throw new BadSetting(name, value, `give one of ${known.join(", ")}`)
  return found
}

function whole(env: NodeJS.ProcessEnv, name: string, standard: number, min: number, max: number): number {
  const value = env[name]
  if (!value) return standard
  const n = Number(value)
  if (!Number.isInteger(n) || n < min || n > max) throw new BadSetting(name, value, `give a whole number from ${min} to ${max}`)
  return n
}

function timeZone(env: NodeJS.ProcessEnv, name: string, standard: string): string {
  const value = env[name] || standard
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw new BadSetting(name, value, "give a time zone of the IANA list, such as Europe/Paris")
  }
}

function tlsFiles(env: NodeJS.ProcessEnv): Config["smtpTls"] {
  const cert = env["VIGIE_SMTP_CERT"]
  const key = env["VIGIE_SMTP_KEY"]
  if (!cert && !key) return null
  if (!cert) throw new BadSetting("VIGIE_SMTP_CERT", "", "it goes with VIGIE_SMTP_KEY: name the certificate's file in PEM")
  if (!key) throw new BadSetting("VIGIE_SMTP_KEY", "", "it goes with VIGIE_SMTP_CERT: name the key's file in PEM")
  return { cert: resolve(cert), key: resolve(key) }
}

function bracket(host: string): string {
  return host.includes(":") ? `[${host}]` : host
}

/** The folder of this installation, where the program's own files lie. */
export const installation = new URL("../../", pathToFileURL(import.meta.filename))
