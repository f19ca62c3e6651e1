import type { Counting, PublicAccount } from "#conversations"
import { isId, type Keys, NotFound, openSecret, type Reader, type Tx } from "#platform"
import type { Network, OpenAccount } from "./network.ts"
import { networkOf } from "./networks.ts"
import { room, type SocialAccount } from "./tables.ts"

/** What an account's secret is sealed as belonging to. */
export const sealedAs = (id: string): string => `social_accounts:${id}`

export function standingAccounts(reader: Pick<Reader, "sql">): Promise<SocialAccount[]> {
  return room(reader).selectFrom("social_accounts").selectAll().where("removed_at", "is", null).orderBy("name").orderBy("id").execute()
}

/** Accounts that were checked before places counted in several ways count signs. */
export const countingOf = ({ counting }: Pick<SocialAccount, "counting">): Counting => ({ ...counting, by: counting.by ?? "signs" })

/** Accounts that stand, by name, as other rooms know them. */
export async function listAccounts(reader: Reader): Promise<PublicAccount[]> {
  return (await standingAccounts(reader)).map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    handle: row.handle,
    url: row.url,
    settings: row.settings,
    counting: countingOf(row),
    keepsOne: networkOf(row.kind)?.standing !== undefined,
    takesBack: networkOf(row.kind)?.takeBack !== undefined,
    approval: row.approval,
    approvalTeams: row.approval_teams,
    approvers: row.approvers,
  }))
}

/** @throws NotFound */
export async function holdAccount(tx: Tx, id: string): Promise<SocialAccount> {
  const found = isId(id)
    ? await room(tx)
        .selectFrom("social_accounts")
        .selectAll()
        .where("id", "=", id)
        .where("removed_at", "is", null)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!found) throw new NotFound("answers.account.notFound")
  return found
}

/** An account with its secret open; null where it was removed. */
export async function accountToSpeak(
  reader: Reader,
  keys: Keys,
  id: string,
): Promise<{ network: Network; account: OpenAccount<unknown, unknown> } | null> {
  const row = await room(reader).selectFrom("social_accounts").selectAll().where("id", "=", id).executeTakeFirst()
  const network = row && networkOf(row.kind)
  if (!network || row.removed_at || !row.sealed_secret) return null
  return { network, account: { id, settings: row.settings, secret: JSON.parse(openSecret(keys, sealedAs(id), row.sealed_secret)) } }
}

/** Keys and addresses of accounts that are or were ours, as sources write authors. */
export async function ownAuthors(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await room(reader).selectFrom("social_accounts").select(["author_key", "url"]).execute()
  return new Set(rows.flatMap(({ author_key, url }) => [author_key, ...(url ? [url] : [])]))
}
