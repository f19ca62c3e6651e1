import { addToken, isScope, ROLES, SCOPES, systemActor } from "#people"
import { DAY, Invalid, isRange } from "#platform"
import type { Command } from "./command.ts"

export const tokenAdd: Command = {
  name: "token add",
  usage: "token add --name N --role R [--scope S,…] [--days N] [--from RANGE,…]",
  summary: "cli.tokenAdd",
  options: {
    name: { type: "string" },
    role: { type: "string" },
    scope: { type: "string" },
    days: { type: "string" },
    from: { type: "string" },
  },
  required: ["name", "role"],
  async run({ values }, { db, print }) {
    const role = ROLES.find((known) => known === values["role"])
    if (!role) throw new Invalid("cli.role", { roles: ROLES.join(", ") })
    const scopes = values["scope"] === undefined ? null : listed(values["scope"])
    const unknown = scopes?.find((scope) => !isScope(scope))
    if (unknown) throw new Invalid("cli.scope", { scope: unknown, scopes: SCOPES.join(", ") })
    const days = values["days"] === undefined ? null : Number(values["days"])
    if (days !== null && !(Number.isInteger(days) && days > 0)) throw new Invalid("cli.days")
    const allowedFrom = listed(values["from"] ?? "")
    if (!allowedFrom.every(isRange)) throw new Invalid("people.token.range")
    const { token } = await db.transact((tx) =>
      addToken(systemActor("cli"), tx, {
        name: values["name"]!,
        role,
        scopes: scopes?.filter(isScope) ?? null,
        expiresAt: days === null ? null : new Date(tx.now.getTime() + days * DAY),
        allowedFrom,
      }),
    )
    print(token)
    return 0
  },
}

const listed = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)
