import { listInboxes } from "#conversations"
import { findAgentByEmail } from "#people"
import type { HouseParts } from "../open-house.ts"
import { AGENTS } from "./company/agents.ts"
import { DOMAIN, INBOXES, type TeamKey } from "./company/company.ts"
import type { DemoMark } from "./demo-home.ts"
import { DEMO, furnished, keepFiles, seat } from "./furnish.ts"
import type { Doorway, Furnished, Seat } from "./past/furnished.ts"
import type { Door } from "./speech/topic.ts"

/** The company as it was built, found again. What somebody has closed or renamed since is as they left it. */
export async function reopened({ db, blobs }: HouseParts, mark: DemoMark): Promise<Furnished> {
  const open = await listInboxes(DEMO, db.read)
  const inboxes: Partial<Record<Door, Doorway>> = {}
  const teams: Partial<Record<TeamKey, string>> = {}
  for (const { door, team, signature } of INBOXES) {
    const found = open.find(({ address }) => address === `${door}@${DOMAIN}`)
    if (!found) continue
    inboxes[door] = { id: found.id, address: found.address, team, signature }
    if (found.team_id) teams[team] = found.team_id
  }
  const seats: Seat[] = []
  for (const plan of AGENTS) {
    const agent = await findAgentByEmail(db.read, `${plan.key}@${DOMAIN}`)
    if (agent) seats.push(seat(plan.key, agent.id, agent.name, plan))
  }
  const files = mark.older > 0 ? await keepFiles(blobs, mark.seed) : new Map<never, never>()
  return furnished({
    seats,
    inboxes: inboxes as Record<Door, Doorway>,
    teams: teams as Record<TeamKey, string>,
    language: mark.language,
    files,
  })
}
