import { type Actor, requireRole, standingAgents, teamsByIds } from "#people"
import { type FieldProblem, Invalid, type Reader, type Tx } from "#platform"
import { type AlertPlan, USUAL } from "./plan.ts"
import { accessSubject, type Subject, type SubjectKind } from "./subject.ts"
import { alertRoom } from "./tables.ts"

/** Who is told of a subject's surges; null where nobody said, and it is as usual. */
export async function keptPlan(reader: Reader, { kind, id }: Pick<Subject, "kind" | "id">): Promise<AlertPlan | null> {
  const kept = await alertRoom(reader)
    .selectFrom("alert_plans")
    .select("plan")
    .where("subject", "=", kind)
    .where("subject_id", "=", id)
    .executeTakeFirst()
  return kept?.plan ?? null
}

export const planOf = async (reader: Reader, subject: Pick<Subject, "kind" | "id">): Promise<AlertPlan> =>
  (await keptPlan(reader, subject)) ?? USUAL

/** Says who is told from now on. Alarms that were called already go on as they were. @throws Invalid for people who aren't there */
export async function changePlan(actor: Actor, tx: Tx, kind: SubjectKind, id: string, plan: AlertPlan): Promise<void> {
  requireRole(actor, "agent")
  const subject = await accessSubject(actor, tx, kind, id)
  const problems = await unknownPeople(tx, plan)
  if (problems.length > 0) throw new Invalid("request.invalid", {}, problems)
  const kept = { plan: JSON.stringify(plan), by_actor: actor.ref, at: tx.now }
  await alertRoom(tx)
    .insertInto("alert_plans")
    .values({ subject: kind, subject_id: subject.id, ...kept })
    .onConflict((on) => on.columns(["subject", "subject_id"]).doUpdateSet(kept))
    .execute()
  await tx.record({
    kind: "alarm.plan-changed",
    actor: actor.ref,
    about: {},
    audience: subject.inboxIds ? { inboxes: [...subject.inboxIds] } : "all",
    data: { of: kind, ...(kind === "topic" ? {} : { subject: subject.id }), steps: plan.steps.length },
  })
}

async function unknownPeople(reader: Reader, { steps }: AlertPlan): Promise<FieldProblem[]> {
  const agents = new Set((await standingAgents(reader, { ids: steps.flatMap((step) => step.agents) })).map(({ id }) => id))
  const teams = new Set(
    (
      await teamsByIds(
        reader,
        steps.flatMap((step) => step.teams),
      )
    ).map(({ id }) => id),
  )
  return steps.flatMap((step, n) => [
    ...step.agents.flatMap((id, at) => (agents.has(id) ? [] : [{ path: `steps.${n}.agents.${at}`, key: "listening.alert.unknownAgent" }])),
    ...step.teams.flatMap((id, at) => (teams.has(id) ? [] : [{ path: `steps.${n}.teams.${at}`, key: "listening.alert.unknownTeam" }])),
  ])
}
