import { createHash } from "node:crypto"
import { type FieldProblem, Invalid, type Reader, type Tx } from "#platform"
import { room } from "./tables.ts"

export const MOST_TAGS = 30
const LONGEST = 50

/** Tags as they are kept: trimmed, small letters, each once, in the order given. @throws Invalid */
export function checkTags(tags: readonly string[]): string[] {
  const plain = [...new Set(tags.map((tag) => tag.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase()))]
  const problems = plain.flatMap((tag, i): FieldProblem[] => {
    if (tag === "") return [{ path: `tags.${i}`, key: "cases.tag.empty" }]
    if (tag.length > LONGEST) return [{ path: `tags.${i}`, key: "field.tooLong", values: { maximum: LONGEST } }]
    return /[,"\u0000-\u001f\u007f]/.test(tag) ? [{ path: `tags.${i}`, key: "cases.tag.letters" }] : []
  })
  if (plain.length > MOST_TAGS) problems.push({ path: "tags", key: "cases.tag.many", values: { maximum: MOST_TAGS } })
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
  return plain
}

/** Tags that are added and taken off, by themselves. */
export interface TagChange {
  add?: readonly string[] | undefined
  remove?: readonly string[] | undefined
}

/** What a case's tags become. @throws Invalid */
export function tagsOf(now: readonly string[], change: readonly string[] | TagChange): string[] {
  if ("length" in change) return checkTags(change)
  const { add, remove } = { add: checkTags(change.add ?? []), remove: checkTags(change.remove ?? []) }
  return checkTags([...now.filter((tag) => !remove.includes(tag)), ...add])
}

export async function rememberTags(tx: Tx, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return
  const rows = tags.toSorted().map((name) => ({ name, created_at: tx.now }))
  await room(tx)
    .insertInto("tags")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Patterns for what begins so, or has a word that does. */
function beginnings(typed: string): string[] {
  const plain = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, "\\$&")
  return [`${plain}%`, `% ${plain}%`]
}

/** Tags that were ever given, by name; those with a word that begins like something. */
export async function listTags(
  reader: Reader,
  page: { limit: number; after: string | null; like?: string | undefined },
): Promise<string[]> {
  const all = room(reader)
    .selectFrom("tags")
    .select("name")
    .$if(Boolean(page.like), (rows) => rows.where((is) => is.or(beginnings(page.like!).map((begin) => is("name", "like", begin)))))
    .orderBy("name")
    .limit(page.limit)
  const rows = await (page.after === null ? all : all.where("name", ">", page.after)).execute()
  return rows.map(({ name }) => name)
}

/** What a fact may say of a tag: a code that tells the same tag again, and not its words. */
export function tagCode(tag: string): string {
  return createHash("sha256").update(tag).digest("hex").slice(0, 16)
}
