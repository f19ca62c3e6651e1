import { addAgent, issueSignInLink, ROLES, systemActor } from "#people"
import { Invalid } from "#platform"
import type { Command } from "./command.ts"

export const agentAdd: Command = {
  name: "agent add",
  usage: "agent add --email E [--name N] [--role admin|lead|agent|observer]",
  summary: "cli.agentAdd",
  options: { email: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
  required: ["email"],
  async run({ values }, { db, config, print }) {
    const role = ROLES.find((known) => known === (values["role"] ?? "agent"))
    if (!role) throw new Invalid("cli.role", { roles: ROLES.join(", ") })
    const token = await db.transact(async (tx) => {
      const { agentId } = await addAgent(systemActor("cli"), tx, {
        email: values["email"]!,
        role,
        ...(values["name"] ? { name: values["name"] } : {}),
      })
      return issueSignInLink(tx, agentId)
    })
    print(new URL(`/sign-in/${token}`, config.url).href)
    return 0
  },
}
