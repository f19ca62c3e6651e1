import { sql } from "kysely"
import { insertMany, type Tx } from "#platform"
import { CONTACT_COLUMNS } from "./contact-columns.ts"
import { cleanName, nameKey } from "./name.ts"
import type { PastContact } from "./history.ts"

type Brought = PastContact & { id: string }

/** What a contact that was known already got, and what of it was left as it stood. */
export interface Completed {
  changed: boolean
  /** What was brought in and stands otherwise here, as it was brought. */
  stays: string[]
}

interface Standing {
  id: string
  name: string
  suggested_name: string
  name_key: string | null
  language: string | null
  salutation: string | null
  grammar: string | null
  familiarity: string | null
  organisation: string
  note: string
}

/** Empty fields take what was brought in; what stands stays, and is told. One answer for each that was brought, in their order. */
export async function completeContacts(tx: Tx, brought: readonly Brought[]): Promise<Completed[]> {
  if (brought.length === 0) return []
  const ids = [...new Set(brought.map(({ id }) => id))]
  const { rows } = await sql<Standing & { created_at: Date }>`
    select id, name, suggested_name, name_key, language, salutation, grammar, familiarity, organisation, note, created_at
      from contacts where id = any(${ids}::uuid[]) order by id for update`.execute(tx.sql)
  const standing = new Map(rows.map((row) => [row.id, { ...row, updated_at: tx.now }]))
  const changed = new Set<string>()
  const told = brought.map((one) => {
    const row = standing.get(one.id)
    const completed: Completed = { changed: false, stays: [] }
    if (!row) return completed
    for (const [field, value] of Object.entries(fieldsOf(one)) as [Field, string][]) {
      if (!value || row[field] === value) continue
      if (row[field]) completed.stays.push(value)
      else {
        row[field] = value
        completed.changed = true
      }
    }
    const suggested = cleanName(one.suggestedName ?? null)
    if (suggested && !row.suggested_name) [row.suggested_name, completed.changed] = [suggested, true]
    if (completed.changed) {
      row.name_key = nameKey(row.name || row.suggested_name)
      changed.add(one.id)
    }
    return completed
  })
  const set = sql.join(
    Object.keys(CONTACT_COLUMNS)
      .filter((name) => name !== "id" && name !== "created_at")
      .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`),
  )
  const written = [...standing.values()].filter(({ id }) => changed.has(id))
  await insertMany(tx, "contacts", CONTACT_COLUMNS, written, { otherwise: sql`on conflict (id) do update set ${set}` })
  return told
}

type Field = "name" | "language" | "salutation" | "grammar" | "familiarity" | "organisation" | "note"

function fieldsOf(one: PastContact): Record<Field, string> {
  return {
    name: one.name?.trim() ?? "",
    language: one.language ?? "",
    salutation: one.salutation ?? "",
    grammar: one.grammar ?? "",
    familiarity: one.familiarity ?? "",
    organisation: one.organisation?.trim() ?? "",
    note: one.note ?? "",
  }
}
