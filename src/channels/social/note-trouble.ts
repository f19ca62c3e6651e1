import type { PublicTrouble } from "#conversations"
import { fitJson, type Tx } from "#platform"
import { room } from "./tables.ts"

/** What is about the account itself, and not about one answer. */
const ITS_OWN = new Set(
  "login two-factor forbidden scope permission approval bad-key other-token no-location no-channel suspended address moved unreachable".split(
    " ",
  ),
)

/** Keeps why an account can't speak, so that its page shows it; or that it can again. */
export async function noteTrouble(tx: Tx, accountId: string, trouble: PublicTrouble | null): Promise<void> {
  if (trouble && !ITS_OWN.has(trouble.code)) return
  const changed = await room(tx)
    .updateTable("social_accounts")
    .set({ trouble: trouble && fitJson({ code: trouble.code, answer: trouble.answer }), checked_at: tx.now })
    .where("id", "=", accountId)
    .where("trouble", trouble ? "is" : "is not", null)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n)
    await tx.record({ kind: "social-account.changed", actor: "system:social", about: {}, audience: "all", data: { account: accountId } })
}
