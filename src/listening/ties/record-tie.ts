import { standingCases } from "#cases"
import { mergedIdsOf } from "#contacts"
import type { Fact, Tx } from "#platform"
import type { Tie } from "./tables.ts"

/** What happened to a tie, for those who may see its case; of a person without one, for those who see every contact. */
export async function recordTie(
  tx: Tx,
  by: string,
  kind: `tie.${string}`,
  tie: Pick<Tie, "id" | "mention_id" | "case_id" | "contact_id">,
  data: Fact["data"] = {},
): Promise<void> {
  await tx.record({
    kind,
    actor: by,
    ...(await concerned(tx, tie)),
    data: { tie: tie.id, mention: tie.mention_id, case: tie.case_id, ...data },
  })
}

async function concerned(tx: Tx, { case_id, contact_id }: Pick<Tie, "case_id" | "contact_id">): Promise<Pick<Fact, "about" | "audience">> {
  if (case_id === null) {
    const contact = contact_id && (await mergedIdsOf(tx, contact_id))[0]
    return { about: contact ? { contact } : {}, audience: { inboxes: [] } }
  }
  const standing = (await standingCases(tx, [case_id])).get(case_id)
  return {
    about: { case: standing?.id ?? case_id, ...(standing?.contactId ? { contact: standing.contactId } : {}) },
    audience: { inboxes: standing?.inboxIds ?? [] },
  }
}
