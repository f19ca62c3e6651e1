import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { BadSetting } from "./bad-setting.ts"
import { hostsAndRanges, type Listen, listen, oneOf, timeZone, whole } from "./read-setting.ts"
import { tlsFiles } from "./tls-files.ts"
import { databaseUrl, publicUrl, relayUrl } from "./url-settings.ts"

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

/** Reads the settings (contract.md) from the environment. @throws BadSetting for the first value that makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[] = []): Config {
  refuseUnknown(env)
  const http = listen(env, "VIGIE_HTTP", "127.0.0.1:4600")
  const demo = args.includes("--demo")
  const home = resolve(env["VIGIE_HOME"] || (demo ? ".vigie-demo" : ".vigie"))
  if (home === "/") throw new BadSetting("VIGIE_HOME", home, "setting.home")
  return {
    home,
    http,
    smtp: listen(env, "VIGIE_SMTP", "127.0.0.1:2525"),
    url: publicUrl(env, "VIGIE_URL") ?? new URL(`http://${bracket(http.host)}:${http.port}`),
    relay: relayUrl(env, "VIGIE_RELAY"),
    databaseUrl: databaseUrl(env, "DATABASE_URL"),
    smtpTls: tlsFiles(env),
    proxyHops: whole(env, "VIGIE_PROXY_HOPS", 0, 0, 5),
    dns: oneOf(env, "VIGIE_DNS", ["system", "offline"], "system"),
    allowPrivate: hostsAndRanges(env, "VIGIE_ALLOW_PRIVATE"),
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
    throw new BadSetting(name, env[name] ?? "", "setting.unknown", { known: [...KNOWN].join(", ") })
  }
}

function bracket(host: string): string {
  return host.includes(":") ? `[${host}]` : host
}

/** The folder of this installation, where the program's own files lie. */
export const installation = new URL("../../", pathToFileURL(import.meta.filename))
