import { sql } from "kysely"
import { accessAgent, accessTeam, type Agent, agentsAtDesk } from "#people"
import type { Reader, Tx } from "#platform"
import { type CaseRow, room } from "../tables.ts"
import type { ActionOf } from "./rule.types.ts"
import { rulesRoom } from "./tables.ts"

/** Who of a team takes a case: whose turn it is, or who has the fewest open, among those who see it (and are there). Null: nobody. */
export async function chooseMember(reader: Reader, row: CaseRow, { teamId, who, present }: ActionOf<"team">): Promise<Agent | null> {
  if (who === "nobody") return null
  const team = await accessTeam(reader, teamId)
  const all = await Promise.all(team.agentIds.map((id) => accessAgent(reader, id)))
  const there = present ? await agentsAtDesk(reader, team.agentIds) : null
  const able = all
    .filter(({ id, disabled, role, inboxes }) => {
      const sees = inboxes === "every" || inboxes.some((inbox) => row.inbox_ids.includes(inbox))
      return !disabled && role !== "observer" && sees && (there?.has(id) ?? true)
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (able.length === 0) return null
  if (who === "turns") {
    const last = await rulesRoom(reader).selectFrom("team_turns").select("agent_id").where("team_id", "=", teamId).executeTakeFirst()
    return able.find(({ id }) => last === undefined || id > last.agent_id) ?? able[0]!
  }
  const open = await openCases(
    reader,
    able.map(({ id }) => id),
  )
  return able.toSorted((a, b) => (open.get(a.id) ?? 0) - (open.get(b.id) ?? 0))[0]!
}

/** Remembers whose turn it was. */
export async function noteTurn(tx: Tx, teamId: string, agentId: string): Promise<void> {
  const turn = { team_id: teamId, agent_id: agentId, at: tx.now }
  await rulesRoom(tx)
    .insertInto("team_turns")
    .values(turn)
    .onConflict((conflict) => conflict.column("team_id").doUpdateSet(turn))
    .execute()
}

async function openCases(reader: Reader, agentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await room(reader)
    .selectFrom("cases")
    .select(["owner_id", sql<number>`count(*)::int`.as("count")])
    .where("owner_id", "in", [...agentIds])
    .where("category", "in", ["new", "open"])
    .where("merged_into", "is", null)
    .groupBy("owner_id")
    .execute()
  return new Map(rows.map(({ owner_id, count }) => [owner_id ?? "", count]))
}
