import { readFile } from "node:fs/promises"
import { buffer } from "node:stream/consumers"
import { explainMail, KnownDomains } from "#channels/mail"
import { Database, type EmbeddedPostgres, isHeld, readConfig, systemClock } from "#platform"
import { say } from "#words"
import { startDatabase } from "../start-database.ts"
import type { Command } from "./command.ts"

/** Reads a mail and tells how, without storing anything. */
export const explain: Command = {
  name: "explain mail",
  usage: "explain mail [FILE]",
  summary: "cli.explainMail",
  options: {},
  required: [],
  run: () => Promise.resolve(2),
  async alone({ positionals }, { language, print }) {
    const file = positionals[0]
    const raw = file && file !== "-" ? await readFile(file).catch(() => null) : await buffer(process.stdin)
    if (!raw) {
      console.error(say(language, "cli.noFile", { file: file! }))
      return 1
    }
    const { db, postgres } = await runningHouse()
    try {
      print(JSON.stringify(await explainMail(raw, db ? { domains: new KnownDomains(db) } : {}), null, 2))
    } finally {
      await db?.close()
      await postgres?.stop() // the house may have ended meanwhile
    }
    return 0
  },
}

/** The database of the house that runs on this folder, which knows the domains that a sender may imitate; null: none runs, and none is started. */
async function runningHouse(): Promise<{ db: Database | null; postgres: EmbeddedPostgres | null }> {
  const config = readConfig(process.env)
  if (!(await isHeld(config.home))) return { db: null, postgres: null }
  const { address, postgres } = await startDatabase(config)
  return { db: new Database(address, systemClock, { connections: 1 }), postgres }
}
