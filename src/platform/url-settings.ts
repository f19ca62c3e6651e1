import { BadSetting } from "./bad-setting.ts"

type Env = NodeJS.ProcessEnv

/** The public address: links are made on it, so nothing may stand behind the host. */
export function publicUrl(env: Env, name: string): URL | null {
  const value = env[name]
  if (!value) return null
  const url = read(name, value, ["http:", "https:"])
  if (url.pathname !== "/" || url.search || url.hash || url.username)
    throw new BadSetting(name, value, "setting.urlAlone", { origin: url.origin })
  return url
}

/** The relay. An option that isn't known could be a misspelt `tls=required`: it is refused. */
export function relayUrl(env: Env, name: string): URL | null {
  const value = env[name]
  if (!value) return null
  const url = read(name, value, ["smtp:", "smtps:"])
  try {
    decodeURIComponent(url.username)
    decodeURIComponent(url.password)
  } catch {
    throw new BadSetting(name, value, "setting.relayPassword")
  }
  if (!/^\/?$/.test(url.pathname) || url.hash) throw new BadSetting(name, value, "setting.relayOptions")
  for (const [option, said] of url.searchParams)
    if (!RELAY_OPTIONS[option]?.includes(said)) throw new BadSetting(name, value, "setting.relayOptions")
  return url
}

const RELAY_OPTIONS: Readonly<Record<string, readonly string[]>> = { tls: ["required", "as-offered"], verify: ["yes", "no"] }

/** A database may be reached through a socket folder, without a host. */
export function databaseUrl(env: Env, name: string): string | null {
  const value = env[name]
  return value ? read(name, value, ["postgres:", "postgresql:"], false).href : null
}

function read(name: string, value: string, protocols: readonly string[], needsHost = true): URL {
  const right = { begins: protocols.map((p) => `${p}//`).join(", ") }
  if (!URL.canParse(value)) throw new BadSetting(name, value, "setting.url", right)
  const url = new URL(value)
  if (!protocols.includes(url.protocol) || (!url.hostname && needsHost)) throw new BadSetting(name, value, "setting.url", right)
  return url
}
