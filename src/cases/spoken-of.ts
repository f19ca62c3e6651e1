import { isId, type Fact, type Tx } from "#platform"
import { refreshCase } from "./refresh-case.ts"
import { room } from "./tables.ts"

/** A person said that what was said in the open belongs to a case, or took that back: the case's row shows it. */
export async function noteTie(tx: Tx, { kind, about, data }: Fact): Promise<void> {
  const tieId = String(data?.["tie"])
  const caseId = String(data?.["case"])
  if (!isId(tieId) || !isId(caseId)) return // tied to a person, not to a case
  const tables = room(tx)
  const holds = kind === "tie.confirmed" || data?.["is"] === "confirmed"
  await tables.selectFrom("cases").select("id").where("id", "=", caseId).forUpdate().execute()
  if (holds)
    await tables
      .insertInto("case_public")
      .values({ tie_id: tieId, case_id: caseId })
      .onConflict((known) => known.doNothing())
      .execute()
  else await tables.deleteFrom("case_public").where("tie_id", "=", tieId).execute()
  if (about.case) await refreshCase(tx, about.case)
  if (about.case !== caseId) await refreshCase(tx, caseId)
}
