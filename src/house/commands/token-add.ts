import { addToken, ROLES, systemActor } from "#people"
import { Invalid } from "#platform"
import type { Command } from "./command.ts"

export const tokenAdd: Command = {
  name: "token add",
  usage: "token add --name N --role R",
  summary: "cli.tokenAdd",
  options: { name: { type: "string" }, role: { type: "string" } },
  required: ["name", "role"],
  async run({ values }, { db, print }) {
    const role = ROLES.find((known) => known === values["role"])
    if (!role) throw new Invalid("cli.role", { roles: ROLES.join(", ") })
    const { token } = await db.transact((tx) => addToken(systemActor("cli"), tx, { name: values["name"]!, role }))
    print(token)
    return 0
  },
}
