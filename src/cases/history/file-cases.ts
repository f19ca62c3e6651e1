import { sql } from "kysely"
import { fileConversations, placeConversation, type PlacedConversation } from "#conversations"
import type { Actor } from "#people"
import { idOf, type Tx } from "#platform"
import { holdRules } from "../deadlines/find-rule.ts"
import { allRules } from "../deadlines/recalculate.ts"
import { type CaseRow, type Category, room } from "../tables.ts"
import { checkTags, rememberTags } from "../tags.ts"
import { happeningsOf } from "./happenings.ts"
import type { PastCase } from "./past-case.types.ts"
import { replay, type Replayed, type StatusOf } from "./replay.ts"
import { indexPast } from "./index-past.ts"
import { freeNumbers } from "./numbers.ts"
import { writeCases } from "./write-cases.ts"

/** A past case on its way in: with its ids, and what became of it. */
export interface PlacedCase extends Omit<PastCase, "conversations"> {
  id: string
  conversations: PlacedConversation[]
  began: Date
  life: Replayed
}

export interface FiledCases {
  /** By the source's key; those that were there already included. */
  cases: Map<string, { id: string; created: boolean }>
  messages: number
}

/**
 * Puts in cases of the past with everything in them, many at once: conversations, messages, notes, states, promises. What a case shows
 * is what it would show had it lived here: who waits and since when, deadlines, last words, counts, what search finds. Nobody is told:
 * no notification, no acknowledgement, nothing in the outbox. One fact is recorded for the batch, `history.imported` with the ids of the
 * cases: it says all that a fact for each message would, and who did it.
 *
 * A batch of some hundreds a transaction is fastest. A case that came in before under the same source and key is left as it is, so a batch
 * that was interrupted is simply put in again.
 */
export async function fileCases(actor: Actor, tx: Tx, source: string, past: readonly PastCase[]): Promise<FiledCases> {
  const places = past.map((one) => place(source, one))
  const known = await knownCases(
    tx,
    places.map(({ id }) => id),
  )
  const fresh = places.filter(({ id }) => !known.has(id))
  const done: FiledCases = { cases: new Map(places.map(({ key, id }) => [key, { id, created: !known.has(id) }])), messages: 0 }
  if (fresh.length === 0) return done
  await holdRules(tx)
  const statuses = await knownStatuses(tx)
  const numbers = await freeNumbers(
    tx,
    fresh.flatMap(({ number }) => number ?? []),
  )
  const cases = fresh.map((one): PlacedCase => {
    const life = replay(one.id, happeningsOf(one, statuses), statuses.standard, HISTORY)
    const number = numbers.has(one.number ?? 0) ? one.number : undefined
    const { number: _, ...rest } = one
    return { ...rest, ...(number === undefined ? {} : { number }), tags: checkTags(one.tags ?? []), life }
  })
  const rows = await writeCases(tx, cases, await allRules(tx))
  const said = await fileConversations(
    tx,
    cases.flatMap((one) => one.conversations.map((conversation) => ({ in: conversation, caseId: one.id }))),
  )
  await indexPast(tx, cases)
  await rememberTags(tx, [...new Set(cases.flatMap(({ tags }) => tags ?? []))])
  await tx.record({
    kind: "history.imported",
    actor: actor.ref,
    about: {},
    audience: "audit",
    data: { source, cases: rows.length, ...said, caseIds: rows.map(({ id }) => id) },
  })
  done.messages = said.messages
  return done
}

/** Who did what nobody is named for. */
const HISTORY = "system:history"

function place(source: string, past: PastCase): Omit<PlacedCase, "life"> {
  const conversations = past.conversations.map((one) => placeConversation(source, { ...one, key: `${past.key}/${one.key}` }))
  const times = conversations.flatMap(({ messages, notes }) => [...messages, ...notes].map(({ at }) => at.getTime()))
  if (past.createdAt) times.push(past.createdAt.getTime())
  const began = new Date(times.reduce((least, time) => Math.min(least, time)))
  return { ...past, id: idOf(began, source, "case", past.key), conversations, began }
}

async function knownCases(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`select id from cases where id = any(${[...ids]}::uuid[])`.execute(tx.sql)
  return new Set(found.rows.map(({ id }) => id))
}

export interface Statuses {
  standard: Record<Category, StatusOf>
  byId: Map<string, StatusOf>
}

async function knownStatuses(tx: Tx): Promise<Statuses> {
  const rows = await room(tx).selectFrom("statuses").select(["id", "category", "standard"]).execute()
  const byId = new Map(rows.map(({ id, category }) => [id, { id, category }]))
  const usual = (category: CaseRow["category"]): StatusOf => {
    const found = rows.find((row) => row.standard && row.category === category)
    if (!found) throw new Error(`No status is usual for ${category}`)
    return { id: found.id, category }
  }
  const standard = {
    new: usual("new"),
    open: usual("open"),
    waiting: usual("waiting"),
    snoozed: usual("snoozed"),
    resolved: usual("resolved"),
    spam: usual("spam"),
  }
  return { standard, byId }
}
