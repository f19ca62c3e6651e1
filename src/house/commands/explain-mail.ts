import { readFile } from "node:fs/promises"
import { buffer } from "node:stream/consumers"
import { explainMail } from "#channels/mail"
import { say } from "#words"
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
    print(JSON.stringify(await explainMail(raw), null, 2))
    return 0
  },
}
