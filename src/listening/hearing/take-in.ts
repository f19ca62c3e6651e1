import type { Database, Tx } from "#platform"
import { bringBack, loseAccounts, returningOf } from "../mentions/account-news.ts"
import { keepHeard, type Kept } from "../mentions/keep-heard.ts"
import { keepMatches } from "../mentions/keep-matches.ts"
import { beginLooks } from "../mentions/looks.ts"
import { mentionRow, type MentionRow } from "../mentions/mention-row.ts"
import { textOf } from "../mentions/text-of.ts"
import { languageTold } from "../mentions/told-codes.ts"
import type { AccountNews, Heard } from "../sources/source.ts"
import type { Source } from "../tables.ts"
import { room } from "../tables.ts"
import { sharedGeneration } from "../watches/generation.ts"
import type { LiveMatcher } from "./live-matcher.ts"

/** What is done with each batch that is kept, in the same transaction: stories, tone. */
export type AfterKept = (tx: Tx, kept: { source: Source; rows: readonly MentionRow[]; kept: Kept }) => Promise<void>

export interface Hearing {
  db: Database
  matcher: LiveMatcher
  /** What isn't our own, said in the open by an account of ours and heard back. */
  others: (heard: readonly Heard[]) => Promise<readonly Heard[]>
  /** The languages of texts whose sources don't tell them; null where it can't be said. */
  languagesOf: (texts: readonly string[]) => Promise<(string | null)[]>
  after: readonly AfterKept[]
  /** Something was kept, and can be seen. */
  taken: () => void
}

export interface ToTakeIn {
  heard: readonly Heard[]
  gone: readonly string[]
  /** What became of accounts, after what was heard. */
  accounts?: readonly AccountNews[]
  keeps: "all" | "matched"
  /** What is new is looked at again later: the place may not tell when it is deleted. */
  isLookedAt?: boolean
  /** Whether the source is still what was read; what was read of another place isn't kept, nor its cursor. */
  isStill?: (source: Source) => boolean
}

/** Only what a person would call the same reading is one: the rest of a longer one comes in the next. */
export const TOGETHER = 500

/**
 * Matches what a source told and keeps it, together with whatever `also` writes (a cursor): all of it or nothing. Gives null when the
 * source was removed meanwhile, or reads another place by now.
 */
export async function takeIn(
  { db, matcher, others, languagesOf, after, taken }: Hearing,
  sourceId: string,
  { heard, gone, accounts = [], keeps, isLookedAt, isStill }: ToTakeIn,
  also?: (tx: Tx, source: Source, kept: Kept) => Promise<void>,
): Promise<Kept | null> {
  const known = await withLanguages(await others(heard), languagesOf)
  for (;;) {
    const source = await room(db.read).selectFrom("sources").selectAll().where("id", "=", sourceId).executeTakeFirst()
    if (!source || source.removed_at) return null
    const now = db.clock.now()
    const rows = known.map((one) => mentionRow(source, one, now))
    const returning = await returningOf(db.read, sourceId, accounts)
    const matched = await matcher.match([...rows, ...returning].map((row) => textOf(row, source)))
    const kept = await db.transact(async (tx) => {
      const held = await room(tx).selectFrom("sources").selectAll().where("id", "=", sourceId).forUpdate().executeTakeFirst()
      if (!held || held.removed_at || isStill?.(held) === false) return null
      if ((await sharedGeneration(tx)) !== matched.generation) return "stale"
      const told = await keepHeard(
        tx,
        held,
        rows.map((row, n) => ({ row, watches: matched.watches[n]! })),
        gone,
        keeps,
      )
      if (isLookedAt) await beginLooks(tx, sourceId, told.added)
      const lost = await loseAccounts(tx, held, accounts)
      const back = new Set(
        await bringBack(
          tx,
          returning.map(({ id }) => id),
        ),
      )
      const heardAgain = await keepMatches(
        tx,
        returning.flatMap(({ id, ours_at, source_id, person, said_at, heard_at }, n) =>
          (back.has(id) && ours_at === null ? matched.watches[rows.length + n]! : []).map((watch) => ({
            watch,
            mentionId: id,
            sourceId: source_id,
            person,
            saidAt: said_at,
            heardAt: heard_at,
          })),
        ),
      )
      const done = {
        added: told.added.filter((id) => !lost.includes(id)),
        changed: [...told.changed.filter((id) => !lost.includes(id)), ...back],
        gone: [...told.gone, ...lost],
        watches: [...new Set([...told.watches, ...heardAgain])],
      }
      for (const then of after) await then(tx, { source: held, rows, kept: done })
      await also?.(tx, held, done)
      await tell(tx, held, done)
      return done
    })
    if (kept !== "stale") {
      if (kept) taken()
      return kept
    }
    await matcher.refresh()
  }
}

async function withLanguages(heard: readonly Heard[], languagesOf: Hearing["languagesOf"]): Promise<Heard[]> {
  const told = heard.map((one) => ({ ...one, language: languageTold(one.language) }))
  const without = told.filter(({ language }) => !language)
  const found = without.length > 0 ? await languagesOf(without.map(({ title, text }) => `${title ?? ""}\n${text}`)) : []
  const languages = new Map(without.map((one, n) => [one, found[n] ?? null]))
  return told.map((one) => ({ ...one, language: one.language ?? languages.get(one) ?? null }))
}

/** Mentions whose ids one fact names; of more it says how many. */
const NAMED = 50

async function tell(tx: Tx, { id, kind }: Source, { added, changed, gone, watches }: Kept): Promise<void> {
  const actor = `system:source-${kind}`
  if (watches.length > 0)
    await tx.record({
      kind: "mention.heard",
      actor,
      about: {},
      audience: "all",
      data: { source: id, count: added.length + changed.length, watches, mentions: added.slice(0, NAMED) },
    })
  // An edit that its watches have already is new words all the same.
  if (changed.length > 0) {
    const data = { source: id, count: changed.length, mentions: changed.slice(0, NAMED) }
    await tx.record({ kind: "mention.edited", actor, about: {}, audience: "all", data })
  }
  if (gone.length > 0) await tx.record({ kind: "mention.gone", actor, about: {}, audience: "all", data: { source: id, mentions: gone } })
}
