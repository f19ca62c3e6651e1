import { statfs } from "node:fs/promises"
import { sql } from "kysely"
import type { Config, Database } from "#platform"

export interface PartHealth {
  state: "ok" | "degraded" | "failing"
  [detail: string]: string | number | boolean | null
}

export interface Health {
  state: "ok" | "degraded" | "failing"
  parts: Record<string, PartHealth>
}

/** A part of the house that can say how it is. */
export type HealthCheck = () => PartHealth | Promise<PartHealth>

/** How each part is. The whole fails when mail can't be taken or shown; the rest may be worse for a while. */
export async function health(checks: Readonly<Record<string, HealthCheck>>): Promise<Health> {
  const parts: Record<string, PartHealth> = {}
  for (const [name, check] of Object.entries(checks)) {
    parts[name] = await Promise.resolve(check()).catch((): PartHealth => ({ state: "failing" }))
  }
  const vital = ["database", "disk", "spool", "intake"].some((name) => parts[name]?.state === "failing")
  const whole = Object.values(parts).every((part) => part.state === "ok")
  return { state: vital ? "failing" : whole ? "ok" : "degraded", parts }
}

export function databaseHealth(db: Database): HealthCheck {
  return async () => {
    const began = performance.now()
    await Promise.race([
      sql`select 1`.execute(db.read.sql),
      new Promise((_, fail) => setTimeout(() => fail(new Error("slow")), 3000).unref()),
    ])
    return { state: "ok", milliseconds: Math.round(performance.now() - began) }
  }
}

export function diskHealth(config: Config): HealthCheck {
  return async () => {
    const disk = await statfs(config.home)
    const free = disk.bavail * disk.bsize
    return { state: free > config.minFreeBytes ? "ok" : "failing", freeBytes: free }
  }
}
