import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { type Operator } from "./parse-query.ts"
import { dayBounds } from "./day-bounds.ts"
import type { Remark } from "./remarks.ts"
import { ATTACHMENT, from, to } from "./marks.ts"
import { quote } from "./text-query.ts"
import { fold, plainWords } from "./plain.ts"

/** What the operators ask, beside the words. */
export interface Narrowing {
  /** Conditions on the case, as `c`. */
  cases: RawBuilder<boolean>[]
  /** Marks that an entry must carry, as parts of a tsquery. */
  marks: string[]
  /** From (inclusive) and up to (exclusive). */
  after: Date | null
  before: Date | null
  remarks: Remark[]
}

/** Finds agents by a name or address as somebody types it. */
export type FindAgents = (reader: Reader, typed: string) => Promise<string[]>

export async function narrowing(actor: Actor, reader: Reader, operators: readonly Operator[], findAgents: FindAgents): Promise<Narrowing> {
  const asked: Narrowing = { cases: [], marks: [], after: null, before: null, remarks: [] }
  for (const operator of operators) await narrow(actor, reader, operator, findAgents, asked)
  return asked
}

async function narrow(
  actor: Actor,
  reader: Reader,
  { name, value, not }: Operator,
  findAgents: FindAgents,
  asked: Narrowing,
): Promise<void> {
  const onCase = (condition: RawBuilder<boolean>) => asked.cases.push(not ? sql<boolean>`not coalesce(${condition}, false)` : condition)
  const mark = (query: string) => asked.marks.push(not ? `!(${query})` : query)
  const misread = (key: Remark["key"]) => asked.remarks.push({ key, values: { value } })
  switch (name) {
    case "from":
    case "to": {
      const words = plainWords(value).map((word) => quote(name === "from" ? from(word) : to(word)))
      return words.length ? void mark(words.join(" & ")) : void misread("search.person")
    }
    case "has":
      return /^(attachments?|files?|pieces?-jointes?|pj|fichiers?)$/.test(fold(value))
        ? void mark(quote(ATTACHMENT))
        : void misread("search.has")
    case "number":
      return /^#?\d{1,15}$/.test(value) ? void onCase(sql`c.number = ${Number(value.replace("#", ""))}`) : void misread("search.number")
    case "tag":
      return void onCase(sql`c.tags && ${[...new Set([value, value.toLowerCase()])]}::text[]`)
    case "owner":
      return narrowToOwner(await ownersMeant(actor, reader, value, findAgents), onCase, () => misread("search.owner"))
    case "status": {
      const condition = await statusMeant(reader, value)
      return condition ? void onCase(condition) : void misread("search.status")
    }
    case "before":
    case "after": {
      const bounds = await dayBounds(reader, value, "timeZone" in actor ? actor.timeZone : "UTC")
      if (!bounds) return void misread("search.date")
      // A day is left out as little by "after" as by "before": -before is after, -after is before.
      if ((name === "before") !== not) asked.before = earliest(asked.before, bounds.from)
      else asked.after = latest(asked.after, bounds.from)
    }
  }
}

type Owners = { nobody: true } | { ids: string[] }

async function ownersMeant(actor: Actor, reader: Reader, value: string, findAgents: FindAgents): Promise<Owners> {
  const typed = fold(value)
  if (["none", "nobody", "personne", "aucun"].includes(typed)) return { nobody: true }
  if (["me", "moi"].includes(typed)) return { ids: actor.kind === "agent" ? [actor.id] : [] }
  return { ids: await findAgents(reader, value) }
}

function narrowToOwner(owners: Owners, onCase: (condition: RawBuilder<boolean>) => unknown, misread: () => unknown): void {
  if ("nobody" in owners) onCase(sql`c.owner_id is null`)
  else {
    if (owners.ids.length === 0) misread()
    onCase(sql`c.owner_id = any(${owners.ids}::uuid[])`)
  }
}

const CATEGORIES: Readonly<Record<string, string>> = {
  nouveau: "new",
  ouvert: "open",
  "en-attente": "waiting",
  reporte: "snoozed",
  resolu: "resolved",
  indesirable: "spam",
}
const KNOWN = new Set(Object.values(CATEGORIES))

/** A category in either language, or the name that the company gave to a status. */
async function statusMeant(reader: Reader, value: string): Promise<RawBuilder<boolean> | null> {
  const typed = fold(value).replace(/[\s_]+/g, "-")
  const category = KNOWN.has(typed) ? typed : CATEGORIES[typed]
  if (category) return sql`c.category = ${category}`
  const statuses = await sql<{ id: string; name_en: string; name_fr: string }>`select id, name_en, name_fr from statuses`.execute(
    reader.sql,
  )
  const ids = statuses.rows
    .filter((row) => [row.name_en, row.name_fr].some((name) => fold(name).replace(/[\s_]+/g, "-") === typed))
    .map(({ id }) => id)
  return ids.length ? sql`c.status_id = any(${ids}::uuid[])` : null
}

const earliest = (a: Date | null, b: Date): Date => (a && a < b ? a : b)
const latest = (a: Date | null, b: Date): Date => (a && a > b ? a : b)
