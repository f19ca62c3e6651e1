import { isIP } from "node:net"
import { BadSetting } from "./bad-setting.ts"
import { privateRanges } from "./public-address.ts"

/** An address to listen on. */
export interface Listen {
  host: string
  port: number
}

type Env = NodeJS.ProcessEnv

export function listen(env: Env, name: string, standard: string): Listen {
  const value = env[name] || standard
  const cut = value.lastIndexOf(":")
  const host = value.slice(0, cut).replace(/^\[(.*)\]$/, "$1")
  const port = Number(value.slice(cut + 1))
  if (cut < 1 || !host || /\s/.test(host) || !/^\d{1,5}$/.test(value.slice(cut + 1)) || port > 65535)
    throw new BadSetting(name, value, "setting.listen", { standard })
  return { host, port }
}

export function oneOf<T extends string>(env: Env, name: string, known: readonly T[], standard: T): T {
  const value = env[name]
  if (!value) return standard
  const found = known.find((k) => k === value)
  if (!found) throw new BadSetting(name, value, "setting.oneOf", { known: known.join(", ") })
  return found
}

export function whole(env: Env, name: string, standard: number, min: number, max: number): number {
  const value = env[name]
  if (!value) return standard
  const n = Number(value)
  if (!Number.isInteger(n) || n < min || n > max) throw new BadSetting(name, value, "setting.whole", { min, max })
  return n
}

export function timeZone(env: Env, name: string, standard: string): string {
  const value = env[name] || standard
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw new BadSetting(name, value, "setting.timeZone")
  }
}

/** Host names and ranges, between commas or spaces. */
export function hostsAndRanges(env: Env, name: string): string[] {
  const entries = (env[name] ?? "").split(/[\s,]+/).filter(Boolean)
  for (const entry of entries) {
    const isName = /^(?=.*[a-z])[a-z\d_-]+(\.[a-z\d_-]+)*\.?$/i.test(entry)
    if (!isName && isIP(entry) === 0 && !isRange(entry)) throw new BadSetting(name, entry, "setting.hostOrRange")
  }
  return entries
}

function isRange(entry: string): boolean {
  try {
    return entry.includes("/") && privateRanges([entry]) !== null
  } catch {
    return false
  }
}
