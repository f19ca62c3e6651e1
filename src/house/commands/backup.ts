import { resolve } from "node:path"
import { Invalid } from "#platform"
import { say } from "#words"
import { backUp } from "../operations/back-up.ts"
import type { Command } from "./command.ts"

/** Writes everything into one file, while the server runs or not. */
export const backup: Command = {
  name: "backup",
  usage: "backup FILE",
  summary: "cli.backup",
  options: {},
  required: [],
  async run({ positionals: [file] }, { config, db, language, print }) {
    if (file === undefined) throw new Invalid("backup.noFile")
    const { tables, blobs } = await backUp(resolve(file), { config, db })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    print(
      say(language, "backup.done", {
        file,
        tables: tables.length,
        rows,
        count: blobs.count,
        megabytes: Math.ceil(blobs.bytes / 1_000_000),
      }),
    )
    print(say(language, "backup.secret"))
    return 0
  },
}
