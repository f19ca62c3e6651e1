import pg from "pg"
import { BadSetting } from "../bad-setting.ts"
import { clientConfig } from "./connect.ts"

const OLDEST = 150_000

/** Looks whether a database of one's own lets Vigie in, and is new enough. @throws BadSetting */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client(clientConfig({ url }))
  client.on("error", () => {}) // the query says the same
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    )
    const { number, version } = rows[0]!
    if (number < OLDEST) throw new BadSetting("DATABASE_URL", url, "setting.database.old", { version })
  } catch (error) {
    if (error instanceof BadSetting) throw error
    throw new BadSetting("DATABASE_URL", url, "setting.database.away", { problem: problemOf(error) })
  } finally {
    await client.end().catch(() => {}) // it never began
  }
}

function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if (error.message) return error.message
  return "code" in error ? String(error.code) : error.name
}
