import { idOf, insertMany, type Tx } from "#platform"
import { type Deadlines, deadlinesOf } from "../deadlines/deadlines.ts"
import { ruleFor, type Scoped } from "../deadlines/recalculate.ts"
import type { PlacedCase } from "./file-cases.ts"
import { CASE, HELD } from "./columns.ts"

/** Writes the rows of past cases: the cases, and what hangs on each. */
export async function writeCases(tx: Tx, cases: readonly PlacedCase[], rules: readonly Scoped[]): Promise<{ id: string }[]> {
  const rows = cases.map((one) => caseRow(one, rules))
  const [numbered, next] = [rows.filter(({ number }) => number !== null), rows.filter(({ number }) => number === null)]
  await insertMany(tx, "cases", { number: "bigint", ...CASE }, numbered, { numbered: true })
  await insertMany(
    tx,
    "cases",
    CASE,
    next.map(({ number: _, ...row }) => row),
  )
  await insertMany(tx, "case_conversations", HELD.case_conversations, cases.flatMap(spokenRows))
  await insertMany(
    tx,
    "status_changes",
    HELD.status_changes,
    cases.flatMap(({ id, life }) => life.changes.map((row) => ({ case_id: id, ...row }))),
  )
  await insertMany(
    tx,
    "pauses",
    HELD.pauses,
    cases.flatMap(({ id, life }) => life.pauses.map((row) => ({ case_id: id, ...row }))),
  )
  await insertMany(
    tx,
    "silences",
    HELD.silences,
    cases.flatMap(({ id, life }) => life.silences.map((row) => ({ case_id: id, ...row }))),
  )
  await insertMany(
    tx,
    "snoozes",
    HELD.snoozes,
    cases.flatMap(({ id, life }) => (life.snooze ? [{ case_id: id, ...life.snooze }] : [])),
  )
  await insertMany(tx, "assignments", HELD.assignments, cases.flatMap(assignmentRows))
  await insertMany(tx, "promises", HELD.promises, cases.flatMap(promiseRows))
  await insertMany(
    tx,
    "decisions",
    HELD.decisions,
    cases.flatMap(({ id, decisions = [] }) =>
      decisions.map(({ text, at, by }, n) => ({ id: idOf(at, id, "decision", String(n)), case_id: id, text, by_actor: by, at })),
    ),
  )
  return rows
}

type Row = { [Column in keyof typeof CASE]: unknown } & { id: string; number: number | null }

function caseRow(one: PlacedCase, rules: readonly Scoped[]): Row {
  const { life, began } = one
  const inboxIds = [...new Set(one.conversations.flatMap(({ inboxIds: ids }) => ids))]
  const spoken = [...life.spoken.values()].sort((a, b) => b.last_at.getTime() - a.last_at.getTime())
  const last = spoken[0]!
  const noted = latest(spoken.flatMap(({ noted_at }) => noted_at ?? []))
  const waitingSince = earliest(life.silences.flatMap(({ began_at, ended_at }) => (ended_at ? [] : [began_at])))
  const firstAnsweredAt = earliest(spoken.flatMap(({ first_answered_at }) => first_answered_at ?? []))
  const priority = one.priority ?? "normal"
  const clocks = {
    category: life.status.category,
    createdAt: began,
    firstWordsAt: earliest(life.silences.map(({ began_at }) => began_at)),
    firstAnsweredAt,
    waitingSince,
    pauses: life.pauses.map(({ began_at, ended_at }) => ({ from: began_at, to: ended_at })),
  }
  const due: Deadlines = deadlinesOf(clocks, ruleFor(rules, { inbox_id: inboxIds[0]!, priority }))
  const holder = lastHolder(one)
  return {
    id: one.id,
    number: one.number ?? null,
    subject: one.subject,
    status_id: life.status.id,
    category: life.status.category,
    owner_id: holder?.ownerId ?? null,
    team_id: holder?.teamId ?? null,
    priority,
    contact_id: one.contactId,
    inbox_ids: inboxIds,
    tags: one.tags ?? [],
    fields: one.fields ?? {},
    followers: [...new Set([...(one.followers ?? []), ...life.followers])],
    waiting_since: waitingSince,
    last_words: last.last_words,
    last_direction: last.last_direction,
    last_at: noted && noted > last.last_at ? noted : last.last_at,
    first_answered_at: firstAnsweredAt,
    ...due,
    paused_since: life.pauses.find(({ ended_at }) => ended_at === null)?.began_at ?? null,
    created_at: began,
    resolved_at: life.resolvedAt,
  }
}

function spokenRows({ id, conversations, life }: PlacedCase) {
  return conversations.flatMap((one) => {
    const spoken = life.spoken.get(one.id)
    const silent = {
      last_words: "",
      last_direction: "in",
      last_at: [...one.messages, ...one.notes][0]!.at,
      heard_at: null,
      noted_at: null,
      first_answered_at: null,
    }
    return [{ conversation_id: one.id, case_id: id, inbox_ids: one.inboxIds, ...(spoken ?? silent) }]
  })
}

function assignmentRows({ id, assignments = [] }: PlacedCase) {
  return assignments.map(({ at, ownerId, teamId, by }, n) => ({
    id: idOf(at, id, "assignment", String(n)),
    case_id: id,
    owner_id: ownerId,
    team_id: teamId,
    by_actor: by ?? "system:history",
    at,
  }))
}

function promiseRows({ id, promises = [] }: PlacedCase) {
  return promises.map((one, n) => ({
    id: idOf(one.madeAt, id, "promise", String(n)),
    case_id: id,
    text: one.text,
    due_at: one.dueAt,
    made_by: one.madeBy,
    made_at: one.madeAt,
    kept_at: one.keptAt ?? null,
    broken_at: one.brokenAt ?? null,
    withdrawn_at: one.withdrawnAt ?? null,
    settled_by: one.settledBy ?? (one.keptAt || one.withdrawnAt ? one.madeBy : one.brokenAt ? "system:clock" : null),
  }))
}

function lastHolder({ assignments = [] }: PlacedCase) {
  return assignments.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.length ? new Date(Math.min(...dates.map(Number))) : null
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length ? new Date(Math.max(...dates.map(Number))) : null
}
