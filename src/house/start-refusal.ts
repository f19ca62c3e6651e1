import { AlreadyRunning, BadSetting, HalfRestored, NewerSchema } from "#platform"
import { type Language, say } from "#words"
import { DemoRefused } from "./demo/demo-home.ts"

/** What to tell whoever started Vigie where it can't; null for a fault that nobody foresaw. */
export function startRefusal(error: unknown, language: Language): string | null {
  if (error instanceof BadSetting) {
    const { setting, value, key, values } = error
    return say(language, "setting.refused", { setting, value, right: say(language, key, values) })
  }
  if (error instanceof AlreadyRunning) return say(language, "start.alreadyRunning", { home: error.message })
  if (error instanceof DemoRefused) return say(language, error.key, error.values)
  if (error instanceof HalfRestored || error instanceof NewerSchema) return error.message
  if (isTaken(error)) return say(language, "start.taken", { address: `${error.address}:${error.port}` })
  return null
}

function isTaken(error: unknown): error is Error & { address: string; port: number } {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error
}
