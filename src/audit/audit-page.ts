import { sql } from "kysely"
import { readFact, type Reader, type SealedFact } from "#platform"

/** Which facts are asked for; every part narrows. */
export interface AuditQuery {
  /** The number after which to go on, in the order asked for. */
  after?: number | undefined
  limit: number
  /** `newest` first, or as they happened (`oldest`). */
  order?: "newest" | "oldest" | undefined
  /** A kind (`case.assigned`), or all of a room's (`case`). */
  kind?: string | undefined
  /** Who did it: `agent:ID`, `token:ID`, `system:NAME`. */
  actor?: string | undefined
  /** The id of anything that it is about. */
  about?: string | undefined
  /** The same of all that it names, what it only mentions included; instead of `about`. */
  names?: string | undefined
}

export interface AuditEntry extends SealedFact {
  /** SHA-256 over the fact and all before it. */
  hash: Buffer
}

/** The record of who did what, a page at a time. */
export async function auditPage(reader: Reader, query: AuditQuery): Promise<AuditEntry[]> {
  const newest = query.order !== "oldest"
  const after = query.after === undefined ? sql`` : newest ? sql`and seq < ${query.after}` : sql`and seq > ${query.after}`
  const found = await sql<{ seq: number; body: string; hash: Buffer }>`
    select seq, body, hash from facts
     where body like ${pattern(query)} ${after}
     order by seq ${newest ? sql`desc` : sql``} limit ${query.limit}`.execute(reader.sql)
  return found.rows.map((row) => ({ ...readFact(row), hash: row.hash }))
}

/**
 * The stored text begins with the time (24 characters), the kind and the actor, and then says what it is about: a pattern on it is
 * exact, and cheaper than parsing. Inside the text's own strings no unescaped quote can stand.
 */
function pattern({ kind, actor, about, names }: AuditQuery): string {
  const kinds = kind === undefined ? "%" : escape(kind.includes(".") ? kind : `${kind}.`) + (kind.includes(".") ? "" : "%")
  const who = actor === undefined ? "%" : escape(JSON.stringify(actor).slice(1, -1))
  const what = about === undefined ? "%" : `{%${escape(JSON.stringify(about))}%}`
  const rest = names === undefined ? `"about":${what},"audience":%` : `%${escape(JSON.stringify(names))}%`
  return `{"at":"${"_".repeat(24)}","kind":"${kinds}","actor":"${who}",${rest}`
}

function escape(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}
