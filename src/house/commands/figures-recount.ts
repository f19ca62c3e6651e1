import { recountFigures } from "#cases"
import { say } from "#words"
import type { Command } from "./command.ts"

export const figuresRecount: Command = {
  name: "figures recount",
  usage: "figures recount",
  summary: "cli.figuresRecount",
  options: {},
  required: [],
  async run(_, { db, config, language, print }) {
    await recountFigures(db, config.timeZone)
    print(say(language, "cli.figuresRecounted"))
    return 0
  },
}
