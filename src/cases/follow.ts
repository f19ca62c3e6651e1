import { type Actor } from "#people"
import { Forbidden, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { recordOf } from "./record.ts"
import { type CaseRow, room } from "./tables.ts"

/** Hears of what happens in a case. @throws Forbidden for a token, which is nobody */
export async function follow(actor: Actor, tx: Tx, caseId: string): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  const agentId = personOf(actor)
  return row.followers.includes(agentId) ? row : setFollowers(actor, tx, row, [...row.followers, agentId], "case.followed")
}

export async function unfollow(actor: Actor, tx: Tx, caseId: string): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  const agentId = personOf(actor)
  return row.followers.includes(agentId)
    ? setFollowers(
        actor,
        tx,
        row,
        row.followers.filter((id) => id !== agentId),
        "case.unfollowed",
      )
    : row
}

function personOf(actor: Actor): string {
  if (actor.kind !== "agent") throw new Forbidden("cases.follow.personOnly")
  return actor.id
}

async function setFollowers(actor: Actor, tx: Tx, row: CaseRow, followers: string[], kind: `case.${string}`): Promise<CaseRow> {
  const changed = await room(tx).updateTable("cases").set({ followers }).where("id", "=", row.id).returningAll().executeTakeFirstOrThrow()
  await recordOf(tx, actor.ref, kind, row, { agents: [personOf(actor)] })
  return changed
}
