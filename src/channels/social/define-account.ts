import { type Actor, requireRole, teamsByIds } from "#people"
import { Conflict, Invalid, type Keys, newId, sealSecret, type Tx } from "#platform"
import type { Checked } from "./check-account.ts"
import { holdAccount, sealedAs } from "./find-accounts.ts"
import { type APPROVALS, room, type SocialAccount } from "./tables.ts"

/** By whose leave is spoken with it. */
export interface Leave {
  approval: (typeof APPROVALS)[number]
  approvalTeams: readonly string[]
  approvers: readonly string[]
}

/** Keeps an account that was tried. @throws Conflict where the company speaks with it already */
export async function addAccount(
  actor: Actor,
  tx: Tx,
  keys: Keys,
  checked: Checked,
  { name, ...leave }: Leave & { name: string | null },
): Promise<SocialAccount> {
  requireRole(actor, "lead")
  await requireTeams(tx, leave)
  const id = newId(tx.now)
  const { kind, settings, secret, known } = checked
  const account = await room(tx)
    .insertInto("social_accounts")
    .values({
      id,
      kind,
      name: name?.trim() || known.handle,
      settings: JSON.stringify(settings),
      sealed_secret: sealSecret(keys, sealedAs(id), JSON.stringify(secret)),
      ...saidOf(known),
      ...columnsOf(leave),
      trouble: null,
      checked_at: tx.now,
      created_by: actor.ref,
      created_at: tx.now,
      updated_at: tx.now,
      removed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!account) throw new Conflict("answers.account.twice", { handle: known.handle })
  await told(actor, tx, "added", account)
  return account
}

/** Changes how it is called and by whose leave it speaks; another secret or place was tried before. @throws Invalid */
export async function changeAccount(
  actor: Actor,
  tx: Tx,
  keys: Keys,
  id: string,
  {
    name,
    checked,
    leave,
  }: { name?: string | undefined; checked: Checked | null; leave: { [Name in keyof Leave]?: Leave[Name] | undefined } },
): Promise<SocialAccount> {
  requireRole(actor, "lead")
  const before = await holdAccount(tx, id)
  const now: Leave = {
    approval: leave.approval ?? before.approval,
    approvalTeams: leave.approvalTeams ?? before.approval_teams,
    approvers: leave.approvers ?? before.approvers,
  }
  await requireTeams(tx, now)
  if (checked && checked.known.authorKey !== before.author_key)
    throw new Invalid("answers.account.another", { handle: checked.known.handle, before: before.handle })
  const account = await room(tx)
    .updateTable("social_accounts")
    .set({
      name: name?.trim() || before.name,
      ...columnsOf(now),
      ...(checked
        ? {
            settings: JSON.stringify(checked.settings),
            sealed_secret: sealSecret(keys, sealedAs(id), JSON.stringify(checked.secret)),
            ...saidOf(checked.known),
            trouble: null,
            checked_at: tx.now,
          }
        : {}),
      updated_at: tx.now,
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await told(actor, tx, "changed", account)
  return account
}

/** Speaks with it no more; its secret goes, and what it said stays known as ours. */
export async function removeAccount(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "lead")
  const before = await holdAccount(tx, id)
  await room(tx).updateTable("social_accounts").set({ removed_at: tx.now, sealed_secret: null }).where("id", "=", id).execute()
  await told(actor, tx, "removed", before)
}

const saidOf = ({ authorKey, handle, url, counting }: Checked["known"]) => ({
  author_key: authorKey,
  handle,
  url,
  counting: JSON.stringify(counting),
})

const columnsOf = ({ approval, approvalTeams, approvers }: Leave) => ({
  approval,
  approval_teams: [...new Set(approvalTeams)],
  approvers: [...new Set(approvers)],
})

async function requireTeams(tx: Tx, { approval, approvalTeams }: Leave): Promise<void> {
  if (approval !== "teams") return
  const known = await teamsByIds(tx, approvalTeams)
  if (approvalTeams.length === 0 || known.length < new Set(approvalTeams).size)
    throw new Invalid("request.invalid", {}, [{ path: "approvalTeams", key: "answers.account.whichTeams" }])
}

async function told(actor: Actor, tx: Tx, what: "added" | "changed" | "removed", { id, kind, approval }: SocialAccount): Promise<void> {
  await tx.record({
    kind: `social-account.${what}`,
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { account: id, of: kind, approval },
  })
}
