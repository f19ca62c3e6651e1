import { createHash } from "node:crypto"
import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import { factsAfter, isId, lastSeq, MINUTE, type Reader } from "#platform"
import { isTagChanging } from "../tagging/list.ts"
import { rights } from "../views-list/rights.ts"
import { compileView } from "./compile.ts"
import { conditionsOf, type ViewQuery } from "./query.ts"

/** Counted so far and no further: what is more is shown as "999+". */
export const MOST_COUNTED = 999
/** Twice as many are known by their ids, so that a case that leaves doesn't mean counting again. */
const KNOWN = 2 * (MOST_COUNTED + 1)
const LONGEST = 5 * MINUTE
const SOON = MINUTE
/** Beyond so many changes all is counted anew. */
const MANY = 400
const KEPT = 300

interface Counted {
  ids: Set<string>
  /** There are more than these. */
  more: boolean
  seq: number
  at: number
}

export interface ViewCount {
  count: number
  more: boolean
}

/**
 * How many cases a view shows somebody, kept true at the cost of what changed since it was last asked and not of how many cases there are:
 * the ids that fit are remembered, and of the facts since then only the cases they are about are looked at again. A view that asks for
 * the time of day is counted whole each minute.
 */
export class ViewCounts {
  readonly #kept = new Map<string, Counted>()

  async count(actor: Actor, reader: Reader, query: ViewQuery): Promise<ViewCount> {
    const condition = sql<boolean>`${sql.join([sql`c.merged_into is null`, ...rights(actor), await compileView(actor, reader, query)], sql` and `)}`
    const key = keyOf(actor, query)
    const seq = await lastSeq(reader)
    const kept = this.#kept.get(key)
    const fresh = kept && reader.now.getTime() - kept.at < (isTimed(query) ? SOON : LONGEST) && kept.at <= reader.now.getTime()
    const counted =
      (fresh ? await followed(reader, condition, kept, seq, isTagged(query)) : null) ?? (await counting(reader, condition, seq))
    this.#keep(key, counted)
    return { count: Math.min(counted.ids.size, MOST_COUNTED), more: counted.more || counted.ids.size > MOST_COUNTED }
  }

  #keep(key: string, counted: Counted): void {
    this.#kept.delete(key)
    this.#kept.set(key, counted)
    if (this.#kept.size > KEPT) for (const oldest of [...this.#kept.keys()].slice(0, this.#kept.size - KEPT)) this.#kept.delete(oldest)
  }
}

async function counting(reader: Reader, condition: RawBuilder<boolean>, seq: number): Promise<Counted> {
  const found = await sql<{ id: string }>`select c.id from cases as c where ${condition} limit ${KNOWN + 1}`.execute(reader.sql)
  const ids = new Set(found.rows.slice(0, KNOWN).map(({ id }) => id))
  return { ids, more: found.rows.length > KNOWN, seq, at: reader.now.getTime() }
}

/** What changed since: those cases are asked again. Null when it is easier to count anew, or nothing else will do. */
async function followed(
  reader: Reader,
  condition: RawBuilder<boolean>,
  kept: Counted,
  seq: number,
  tagged: boolean,
): Promise<Counted | null> {
  // A tag that is changed everywhere changes cases that no fact names.
  if (tagged && (await isTagChanging(reader))) return null
  if (seq === kept.seq) return kept
  if (seq - kept.seq > MANY) return null
  const changed = { cases: new Set<string>(), conversations: new Set<string>(), contacts: new Set<string>() }
  for (const { kind, about, data } of await factsAfter(reader, kept.seq, MANY)) {
    if (tagged && (kind === "tag.changed" || kind === "tag.change-began")) return null
    for (const id of [about.case, data?.["merged"], data?.["other"]]) if (typeof id === "string" && isId(id)) changed.cases.add(id)
    if (about.conversation) changed.conversations.add(about.conversation)
    if (about.contact && !about.case) changed.contacts.add(about.contact)
  }
  const touched = await sql<{ id: string; fits: boolean }>`
    select c.id, coalesce(${condition}, false) as fits from cases as c
    where c.id = any(${[...changed.cases]}::uuid[]) or c.contact_id = any(${[...changed.contacts]}::uuid[])
      or c.id in (select case_id from case_conversations where conversation_id = any(${[...changed.conversations]}::uuid[]))`.execute(
    reader.sql,
  )
  const ids = new Set(kept.ids)
  for (const { id, fits } of touched.rows)
    if (fits) ids.add(id)
    else ids.delete(id)
  if (kept.more && ids.size <= MOST_COUNTED) return null
  return { ids, more: kept.more, seq, at: kept.at }
}

/** The same question by somebody who would get the same answer. */
function keyOf(actor: Actor, query: ViewQuery): string {
  const who = actor.kind === "system" ? "" : `${actor.id} ${actor.teams.join()}`
  const inboxes = actor.inboxes === "every" ? "" : actor.inboxes.toSorted().join()
  return createHash("sha256")
    .update(JSON.stringify([isPersonal(query) ? who : "", inboxes, query]))
    .digest("base64")
}

const PERSONAL: ReadonlySet<string> = new Set(["owner", "team", "followed", "mentioned", "draft"])

function isPersonal(query: ViewQuery): boolean {
  return conditionsOf(query).some(({ field }) => PERSONAL.has(field))
}

const isTagged = (query: ViewQuery): boolean => conditionsOf(query).some(({ field }) => field === "tag")

function isTimed(query: ViewQuery): boolean {
  return conditionsOf(query).some((condition) => "hours" in condition || (condition.field === "deadline" && condition.is === "late"))
}
