import { sql } from "kysely"
import { caseOfConversation, casesOf } from "#cases"
import { DAY, MINUTE, type SealedFact, type Tx } from "#platform"
import { forgetGone, withdrawOf } from "./propose.ts"
import type { DueKind } from "./tables.ts"

const OF_CASES = new Set([
  "message.received",
  "note.added",
  "case.opened",
  "case.changed",
  "case.merged",
  "contact.created",
  "contact.fact-told",
  "contact.identity-added",
  "contact.identity-verified",
  "contact.identity-doubted",
  "contact.identity-removed",
  "contact.changed",
  "contact.merged",
])

const OF_MENTIONS = new Set(["mention.heard", "mention.edited", "mention.named"])

export const concernsTies = ({ kind }: Pick<SealedFact, "kind">): boolean =>
  OF_MENTIONS.has(kind) || kind === "mention.gone" || kind === "mention.ours" || kind === "watch.caught-up" || OF_CASES.has(kind)

/** Notes what has to be held together again: mentions that a watch heard, cases in which something was said or told. */
export async function noteDue(tx: Tx, facts: readonly SealedFact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.kind === "mention.ours") await withdrawOf(tx, listed(fact.data?.["mentions"]))
    else if (fact.kind === "mention.gone") await forgetGone(tx, listed(fact.data?.["mentions"]))
    else if (OF_MENTIONS.has(fact.kind)) await noteHeard(tx, fact)
    else if (fact.kind === "watch.caught-up") await notePast(tx, String(fact.data?.["watch"]))
    else await noteCases(tx, fact)
  }
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : [])

/** A fact names the first of what was heard; of more, what these watches heard in that moment. */
async function noteHeard(tx: Tx, { data, at }: SealedFact): Promise<void> {
  const named = listed(data?.["mentions"])
  await sql`
    insert into tie_due (what, id, due_at)
    select 'mention', id, ${tx.now} from (
      select w.mention_id as id from watch_mentions w where w.mention_id = any(${named}::uuid[])
      union
      select w.mention_id from watch_mentions w
       where ${Number(data?.["count"]) > named.length} and w.watch_id = any(${listed(data?.["watches"])}::uuid[])
         and w.heard_at between ${new Date(new Date(at).getTime() - 2 * MINUTE)} and ${at}
      union
      select m.id from tie_marks k join mentions m on m.id = k.mention_id
       where ${Number(data?.["count"]) > named.length} and m.source_id = ${String(data?.["source"])}::uuid and m.changed_at = ${at}) as heard
    on conflict (what, id) do update set due_at = excluded.due_at, tries = 0`.execute(tx.sql)
}

const LATELY = 45 * DAY
const MOST = 2000

/** What a new watch finds in what was said lately. */
async function notePast(tx: Tx, watchId: string): Promise<void> {
  await sql`
    insert into tie_due (what, id, due_at)
    select 'mention', w.mention_id, ${tx.now} from watch_mentions w
     where w.watch_id = ${watchId}::uuid and w.said_at > ${new Date(tx.now.getTime() - LATELY)}
       and not exists (select from tie_marks k where k.mention_id = w.mention_id)
     order by w.said_at desc limit ${MOST}
    on conflict do nothing`.execute(tx.sql)
}

async function noteCases(tx: Tx, { kind, about }: SealedFact): Promise<void> {
  if (about.contact && (kind === "case.opened" || kind.startsWith("contact."))) await put(tx, "contact", [about.contact])
  const filed = about.conversation ? await caseOfConversation(tx, about.conversation) : null
  const ids = [about.case, filed?.id].filter((id) => id !== undefined)
  if (ids.length > 0) return put(tx, "case", ids)
  if (about.contact) await put(tx, "case", await casesOf(tx, { contactIds: [about.contact], numbers: [], each: 5 }))
}

async function put(tx: Tx, what: DueKind, ids: readonly string[]): Promise<void> {
  await sql`
    insert into tie_due (what, id, due_at) select ${what}, id, ${tx.now} from unnest(${[...new Set(ids)]}::uuid[]) as c (id)
    on conflict (what, id) do update set due_at = excluded.due_at, tries = 0`.execute(tx.sql)
}
