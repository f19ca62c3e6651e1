import { standingCases } from "#cases"
import type { Fact, Tx } from "#platform"
import type { Tie } from "./tables.ts"

/** What happened to a tie, for those who may see its case. */
export async function recordTie(
  tx: Tx,
  by: string,
  kind: `tie.${string}`,
  tie: Pick<Tie, "id" | "mention_id" | "case_id">,
  data: Fact["data"] = {},
): Promise<void> {
  const standing = (await standingCases(tx, [tie.case_id])).get(tie.case_id)
  await tx.record({
    kind,
    actor: by,
    about: { case: standing?.id ?? tie.case_id, ...(standing?.contactId ? { contact: standing.contactId } : {}) },
    audience: { inboxes: standing?.inboxIds ?? [] },
    data: { tie: tie.id, mention: tie.mention_id, ...data },
  })
}
