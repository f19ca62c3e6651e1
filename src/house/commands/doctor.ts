import { Database, readConfig, systemClock } from "#platform"
import { say } from "#words"
import { examine } from "../operations/examine.ts"
import { type StartedDatabase, startDatabase } from "../start-database.ts"
import type { Command } from "./command.ts"

/** Says what works and what doesn't, each on a line, with what to do. */
export const doctor: Command = {
  name: "doctor",
  usage: "doctor",
  summary: "cli.doctor",
  options: {},
  required: [],
  run: () => Promise.resolve(2),
  // Alone: it must speak when the ground can't be opened.
  async alone(_, { language, print }) {
    const config = readConfig(process.env)
    let started: StartedDatabase | null = null
    let db: Database | null = null
    const openDatabase = async () => {
      started = await startDatabase(config)
      db = new Database(started.address, systemClock, { connections: 2 })
      return db
    }
    try {
      const findings = await examine({ config, now: () => systemClock.now(), openDatabase })
      for (const { state, key, values, todo } of findings) {
        print(`${state.padEnd(5)}${say(language, key, values)}`)
        if (todo) print(`     → ${say(language, todo, values)}`)
      }
      return findings.some(({ state }) => state === "fail") ? 1 : 0
    } finally {
      await close(started, db)
    }
  },
}

/** Leaves it: a database that nobody else uses is stopped again. */
async function close(started: StartedDatabase | null, db: Database | null): Promise<void> {
  await db?.close()
  await started?.postgres?.stop()
}
