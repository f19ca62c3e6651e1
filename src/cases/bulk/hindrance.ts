import { accessAgent, accessTeam, type Actor, type Agent } from "#people"
import { Invalid, NotFound, type Reader } from "#platform"
import { isClosed } from "../change-status.ts"
import { type CaseRow, room } from "../tables.ts"
import { checkTags, MOST_TAGS } from "../tags.ts"
import type { BulkAction } from "./actions.ts"
import { markOf } from "./mark.ts"

/** Why a case can't be touched, or needn't be. */
export type Hindrance = "merged" | "already" | "closed" | "owner" | "tags" | "refused" | "since"

/** What is the same for every case, looked up once. */
export interface Around {
  action: BulkAction
  actor: Actor
  owner: Agent | null
  /** The cases as they were seen, by their ids; what isn't in it was not looked at before. */
  seen: ReadonlyMap<string, string>
}

/** @throws Invalid when the thing can't be done to any case */
export async function lookAround(actor: Actor, reader: Reader, asked: BulkAction, seen: Around["seen"]): Promise<Around> {
  const action = asked.do === "tags" ? { ...asked, add: checkTags(asked.add), remove: checkTags(asked.remove) } : asked
  if (action.do === "assign") {
    if (action.teamId) await accessTeam(reader, action.teamId).catch(unknown("action.teamId", "cases.team.unknown"))
    const owner = action.ownerId ? await accessAgent(reader, action.ownerId).catch(unknown("action.ownerId", "cases.owner.unknown")) : null
    if (owner?.disabled) throw wrong("action.ownerId", "cases.owner.disabled", owner.name)
    if (owner?.role === "observer") throw wrong("action.ownerId", "cases.owner.observer", owner.name)
    return { action, actor, owner, seen }
  }
  if (action.do === "snooze" && new Date(action.until) <= reader.now) throw wrong("action.until", "cases.snooze.past")
  if (action.do === "status") await refuseStatus(reader, action.statusId)
  return { action, actor, owner: null, seen }
}

export function hindranceOf({ action, actor, owner, seen }: Around, row: CaseRow): Hindrance | null {
  if ((seen.get(row.id) ?? markOf(row)) !== markOf(row)) return "since"
  if (row.merged_into) return "merged"
  const self = actor.kind === "agent" ? actor.id : ""
  const already = (is: boolean): Hindrance | null => (is ? "already" : null)
  switch (action.do) {
    case "assign": {
      if (owner && owner.inboxes !== "every" && !owner.inboxes.some((id) => row.inbox_ids.includes(id))) return "owner"
      const same = action.ownerId === undefined || action.ownerId === row.owner_id
      return already(same && (action.teamId === undefined || action.teamId === row.team_id))
    }
    case "status":
      return already(row.status_id === action.statusId)
    case "resolve":
      return already(row.category === "resolved")
    case "spam":
      return already(row.category === "spam")
    case "reopen":
      return already(row.category === "new" || row.category === "open")
    case "snooze":
      return isClosed(row.category) ? "closed" : null
    case "tags":
      return tagsAfter(row, action).length > MOST_TAGS ? "tags" : already(tagsAfter(row, action).join() === row.tags.join())
    case "priority":
      return already(row.priority === action.priority)
    case "follow":
      return already(row.followers.includes(self))
    case "unfollow":
      return already(!row.followers.includes(self))
    case "merge":
      return null
  }
}

export function tagsAfter(row: Pick<CaseRow, "tags">, { add, remove }: { add: readonly string[]; remove: readonly string[] }): string[] {
  return [...new Set([...row.tags, ...add])].filter((tag) => !remove.includes(tag))
}

async function refuseStatus(reader: Reader, statusId: string): Promise<void> {
  const known = await room(reader).selectFrom("statuses").select(["id", "category"]).execute()
  const status = known.find(({ id }) => id === statusId)
  if (!status) throw wrong("action.statusId", "cases.status.unknown")
  if (status.category === "snoozed") throw wrong("action.statusId", "cases.status.snoozed")
}

function unknown(path: string, key: string) {
  return (error: unknown): never => {
    throw error instanceof NotFound ? wrong(path, key) : error
  }
}

function wrong(path: string, key: string, name?: string): Invalid {
  return new Invalid("request.invalid", {}, [{ path, key, ...(name === undefined ? {} : { values: { name } }) }])
}
