import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { advanceCheckpoint, auditVerdict } from "#audit"
import { holdWaiting } from "#conversations"
import { checkDatabase, createLog, type Database, Invalid, loadKeys, readConfig, systemClock } from "#platform"
import { say } from "#words"
import { checkRestored } from "../operations/check-restored.ts"
import type { Manifest } from "../operations/manifest.ts"
import { restore as restoreFrom } from "../operations/restore.ts"
import { type StartedDatabase, startDatabase } from "../start-database.ts"
import type { Command, CommandContext } from "./command.ts"

/** Brings everything back from one file into an empty data folder, and checks it. */
export const restore: Command = {
  name: "restore",
  usage: "restore FILE",
  summary: "cli.restore",
  options: {},
  required: [],
  run: () => Promise.resolve(2),
  // Alone: opening the ground would make the folder that has to be empty.
  async alone({ positionals: [file] }, context) {
    if (file === undefined || !existsSync(file))
      throw new Invalid(file === undefined ? "restore.noFile" : "cli.noFile", { file: file ?? "" })
    const config = readConfig(process.env)
    const log = createLog(
      "warn",
      (line) => process.stderr.write(line),
      () => systemClock.now(),
    )
    let started: StartedDatabase | null = null
    const start = async () => {
      if (config.databaseUrl) await checkDatabase(config.databaseUrl)
      return (started = await startDatabase(config)).address
    }
    try {
      const check = (db: Database, manifest: Manifest) => checkAndHold(db, config.home, manifest, context)
      return (await restoreFrom(resolve(file), { config, log, startDatabase: start, check })) ? 0 : 1
    } finally {
      await (started as StartedDatabase | null)?.postgres?.stop()
    }
  },
}

/** Says what came back, and holds what waited to leave: nobody knows what the house before has sent since. */
async function checkAndHold(
  db: Database,
  home: string,
  manifest: Manifest,
  { language, print }: Pick<CommandContext, "language" | "print">,
): Promise<boolean> {
  const chain = auditVerdict(await advanceCheckpoint(db.read, await loadKeys(home), home, { restart: true }))
  const { wrong, tables, rows, originals } = await checkRestored(db, home, manifest)
  print(say(language, "restore.rows", { tables, rows, at: manifest.at }))
  print(say(language, chain.key, chain.values))
  print(say(language, "restore.originals", { count: originals }))
  for (const { key, values } of wrong) print(say(language, key, values))
  const fine = chain.good && wrong.length === 0
  const held = fine ? await db.transact((tx) => holdWaiting(tx, "restored")) : 0
  if (held > 0) print(say(language, "restore.held", { count: held }))
  print(say(language, fine ? "restore.done" : "restore.notFine"))
  return fine
}
