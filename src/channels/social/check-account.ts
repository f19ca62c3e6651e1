import { originsIn } from "#places"
import { Invalid, isId, type Keys, openSecret, type Reader } from "#platform"
import { sealedAs } from "./find-accounts.ts"
import { type Known, PlaceTrouble, type SocialGround } from "./network.ts"
import { networkOf, NETWORKS } from "./networks.ts"
import { room, type AccountTrouble } from "./tables.ts"

export interface GivenAccount {
  kind: string
  settings: unknown
  secret: unknown
}

export interface Checked extends GivenAccount {
  known: Known
}

export type Trial = { checked: Checked; trouble: null } | { checked: null; trouble: AccountTrouble }

/** Signs in with what was given and asks who we are; writes nothing anywhere. @throws Invalid where it can't be right */
export async function tryAccount(ground: SocialGround, given: GivenAccount): Promise<Trial> {
  const network = networkOf(given.kind)
  if (!network)
    throw new Invalid("request.invalid", {}, [
      { path: "kind", key: "field.oneOf", values: { known: NETWORKS.map(({ kind }) => kind).join(", ") } },
    ])
  const settings = network.settings.safeParse(given.settings)
  const secret = network.secret.safeParse(given.secret)
  if (!settings.success || !secret.success)
    throw new Invalid("request.invalid", {}, [...problems("settings", settings.error), ...problems("secret", secret.error)])
  const account = { kind: given.kind, settings: settings.data, secret: secret.data }
  try {
    return { checked: { ...account, known: await network.know(ground, { id: "trial", ...account }) }, trouble: null }
  } catch (error) {
    if (!(error instanceof PlaceTrouble)) throw error
    const { code, answer } = error.trouble
    return { checked: null, trouble: { code, answer } }
  }
}

/** The same for an account that is kept, with what is to change; null where nothing of it is. What is kept is shown to no other host. @throws Invalid */
export async function givenFor(
  reader: Reader,
  keys: Keys,
  id: string,
  change: { settings?: unknown; secret?: unknown },
): Promise<GivenAccount | null> {
  if (!isId(id)) return null
  const row = await room(reader)
    .selectFrom("social_accounts")
    .selectAll()
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst()
  if (!row?.sealed_secret) return null
  const kept: unknown = JSON.parse(openSecret(keys, sealedAs(id), row.sealed_secret))
  const known = new Set([...originsIn(row.settings), ...originsIn(kept)])
  if (change.secret === undefined && originsIn(change.settings).some((origin) => !known.has(origin)))
    throw new Invalid("request.invalid", {}, [{ path: "secret", key: "listening.source.secretAnew" }])
  return { kind: row.kind, settings: change.settings ?? row.settings, secret: change.secret ?? kept }
}

type ParseError = { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined

const problems = (of: string, error: ParseError) =>
  (error?.issues ?? []).map(({ path, message }) => ({
    path: [of, ...path.map(String)].join("."),
    key: message.startsWith("answers.") ? message : "field.invalid",
  }))
