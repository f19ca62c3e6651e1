import { takeBackDraft, undoSending } from "#conversations"
import { type Actor, requireRole, systemActor } from "#people"
import { Conflict, isId, NotFound, Problem, type Tx } from "#platform"
import { holdCase } from "../access-case.ts"
import { assignHeld } from "../assign.ts"
import { changeCase } from "../change-case.ts"
import { changeFollowers } from "../followers.ts"
import { refreshCase } from "../refresh-case.ts"
import { type CaseRow, type Priority } from "../tables.ts"
import { undoStatus } from "../undo-status.ts"
import { accessRule } from "./access-rule.ts"
import { type Deed, rulesRoom, type RunRow } from "./tables.ts"

/**
 * Takes back what a rule did in one run, the last thing first: where nobody has changed it since, and it can be taken back. A note stays,
 * and what has left has left. Gives what was taken back and what wasn't.
 */
export async function undoRun(actor: Actor, tx: Tx, ruleId: string, runId: string): Promise<{ run: RunRow; undone: number; left: number }> {
  requireRole(actor, "lead")
  await accessRule(actor, tx, ruleId)
  const run = await holdRun(tx, ruleId, runId)
  const row = await holdCase(actor, tx, run.case_id)
  let undone = 0
  const did = run.done.filter((deed) => deed.did)
  for (const deed of did.toReversed()) if (await takeBack(actor, tx, row.id, deed)) undone++
  await refreshCase(tx, row.id)
  const changed = await rulesRoom(tx)
    .updateTable("rule_runs")
    .set({ undone_by: actor.ref, undone_at: tx.now })
    .where("id", "=", runId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: "case.rule-undone",
    actor: actor.ref,
    about: { case: row.id },
    audience: { inboxes: row.inbox_ids },
    data: { rule: ruleId, run: runId, undone },
  })
  return { run: changed, undone, left: did.length - undone }
}

async function holdRun(tx: Tx, ruleId: string, runId: string): Promise<RunRow> {
  const run = isId(runId)
    ? await rulesRoom(tx)
        .selectFrom("rule_runs")
        .selectAll()
        .where("id", "=", runId)
        .where("rule_id", "=", ruleId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!run) throw new NotFound("cases.automation.run.notFound")
  if (run.undone_at) throw new Conflict("cases.automation.run.undone")
  return run
}

async function takeBack(actor: Actor, tx: Tx, caseId: string, { action, before = {} }: Deed): Promise<boolean> {
  const row = await holdCase(actor, tx, caseId)
  const text = (name: string): string | null => (typeof before[name] === "string" ? before[name] : null)
  const list = (name: string): readonly string[] => (Array.isArray(before[name]) ? before[name] : [])
  try {
    switch (action.do) {
      case "assign":
      case "team":
        return await giveBack(actor, tx, row, { owner: text("owner"), team: text("team"), toOwner: text("toOwner") })
      case "tag":
        await changeCase(actor, tx, row.id, { tags: row.tags.filter((tag) => !list("changed").includes(tag)) })
        return true
      case "untag":
        await changeCase(actor, tx, row.id, { tags: [...new Set([...row.tags, ...list("changed")])] })
        return true
      case "priority":
        if (row.priority !== action.priority) return false
        await changeCase(actor, tx, row.id, { priority: asPriority(text("priority")) })
        return true
      case "status":
      case "snooze":
        return await undoStatus(tx, row, text("change") ?? "", actor.ref)
      case "follow":
        await changeFollowers(actor, tx, row.id, { remove: list("add") })
        return true
      case "draft":
        return await takeBackDraft(tx, text("draftOf") ?? "", text("conversation") ?? "")
      case "send":
        await undoSending(systemActor("rules"), tx, text("message") ?? "")
        return true
      case "note":
      case "webhook":
        return false
    }
  } catch (error) {
    if (error instanceof Problem) return false // refused before anything was written
    throw error
  }
}

async function giveBack(
  actor: Actor,
  tx: Tx,
  row: CaseRow,
  { owner, team, toOwner }: { owner: string | null; team: string | null; toOwner: string | null },
): Promise<boolean> {
  if (row.owner_id !== toOwner) return false
  return assignHeld(actor, tx, row, { ownerId: owner, teamId: team })
}

function asPriority(text: string | null): Priority {
  return PRIORITIES.find((known) => known === text) ?? "normal"
}

const PRIORITIES = ["low", "normal", "high", "urgent"] as const satisfies readonly Priority[]
