import { accessAgent, accessTeam, type Actor } from "#people"
import { type FieldProblem, Invalid, newId, NotFound, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { recordOf } from "./record.ts"
import { refreshCase } from "./refresh-case.ts"
import { type CaseRow, room } from "./tables.ts"

export interface Assignment {
  /** Null: nobody's. Absent: as it is. */
  ownerId?: string | null | undefined
  teamId?: string | null | undefined
}

/** Gives a case to a colleague, a team, or nobody. @throws Invalid when the colleague can't work on it, with what would be right */
export async function assign(actor: Actor, tx: Tx, caseId: string, to: Assignment): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  await assignHeld(actor, tx, row, to)
  return refreshCase(tx, row.id)
}

/** The same for a case that is held already. Gives whether anything changed. */
export async function assignHeld(actor: Actor, tx: Tx, row: CaseRow, to: Assignment): Promise<boolean> {
  const owner_id = to.ownerId === undefined ? row.owner_id : to.ownerId
  const team_id = to.teamId === undefined ? row.team_id : to.teamId
  if (owner_id === row.owner_id && team_id === row.team_id) return false
  if (owner_id && owner_id !== row.owner_id) await refuseOwner(tx, row, owner_id)
  if (team_id && team_id !== row.team_id) await knownTeam(tx, team_id)
  await room(tx).updateTable("cases").set({ owner_id, team_id }).where("id", "=", row.id).execute()
  await room(tx)
    .insertInto("assignments")
    .values({ id: newId(tx.now), case_id: row.id, owner_id, team_id, by_actor: actor.ref, at: tx.now })
    .execute()
  const also = { ...(owner_id ? { agent: owner_id } : {}), ...(team_id ? { team: team_id } : {}) }
  await recordOf(
    tx,
    actor.ref,
    "case.assigned",
    row,
    { owner: owner_id, team: team_id, ownerBefore: row.owner_id, teamBefore: row.team_id },
    also,
  )
  return true
}

async function refuseOwner(tx: Tx, row: CaseRow, ownerId: string): Promise<void> {
  const agent = await accessAgent(tx, ownerId).catch(unknown("ownerId", "cases.owner.unknown"))
  const sees = agent.inboxes === "every" || agent.inboxes.some((id) => row.inbox_ids.includes(id))
  if (agent.disabled) refuse("ownerId", "cases.owner.disabled", agent.name)
  if (agent.role === "observer") refuse("ownerId", "cases.owner.observer", agent.name)
  if (!sees) refuse("ownerId", "cases.owner.cannotSee", agent.name)
}

async function knownTeam(tx: Tx, teamId: string): Promise<void> {
  await accessTeam(tx, teamId).catch(unknown("teamId", "cases.team.unknown"))
}

function unknown(path: string, key: string) {
  return (error: unknown): never => {
    if (error instanceof NotFound) throw new Invalid("request.invalid", {}, [{ path, key }])
    throw error
  }
}

function refuse(path: string, key: string, name: string): never {
  const problem: FieldProblem = { path, key, values: { name } }
  throw new Invalid("request.invalid", {}, [problem])
}
