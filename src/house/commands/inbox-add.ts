import { addInbox } from "#conversations"
import { systemActor } from "#people"
import { say } from "#words"
import type { Command } from "./command.ts"

export const inboxAdd: Command = {
  name: "inbox add",
  usage: "inbox add --address A [--name N]",
  summary: "cli.inboxAdd",
  options: { address: { type: "string" }, name: { type: "string" } },
  required: ["address"],
  async run({ values }, { db, language, print }) {
    const inbox = await db.transact((tx) =>
      addInbox(systemActor("cli"), tx, { address: values["address"]!, name: values["name"], language }),
    )
    print(say(language, "cli.inboxAdded", { address: inbox.address }))
    return 0
  },
}
