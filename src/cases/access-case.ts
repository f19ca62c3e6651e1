import { type Actor, seesInbox } from "#people"
import { Conflict, Forbidden, isId, NotFound, type Reader, type Tx } from "#platform"
import { type CaseRow, room } from "./tables.ts"

/**
 * A case by its id or its number ("1042"), when the actor may see one of its inboxes. One that was merged away is still found, and says
 * where it went.
 * @throws NotFound
 */
export async function accessCase(actor: Actor, reader: Reader, idOrNumber: string): Promise<CaseRow> {
  const found = await findCase(reader, idOrNumber, false)
  if (!found || !seesInbox(actor, found.inbox_ids)) throw new NotFound("cases.notFound")
  return found
}

/**
 * The same for somebody who is about to change it: held until the transaction ends.
 * @throws NotFound, Forbidden for observers, Conflict when it was merged into another
 */
export async function holdCase(actor: Actor, tx: Tx, idOrNumber: string): Promise<CaseRow> {
  const found = await findCase(tx, idOrNumber, true)
  if (!found || !seesInbox(actor, found.inbox_ids)) throw new NotFound("cases.notFound")
  mayChange(actor)
  if (found.merged_into) throw new Conflict("cases.merged", { number: await numberOf(tx, found.merged_into) })
  return found
}

/** @throws Forbidden for observers, who only read */
export function mayChange(actor: Actor): void {
  if (actor.role === "observer") throw new Forbidden("cases.readOnly")
}

/** The case that stands for this one: itself, or where it was merged, however often. */
export async function standingCase(actor: Actor, reader: Reader, caseId: string): Promise<CaseRow> {
  let row = await findCase(reader, caseId, false)
  while (row?.merged_into) row = await findCase(reader, row.merged_into, false)
  if (!row || !seesInbox(actor, row.inbox_ids)) throw new NotFound("cases.notFound")
  return row
}

async function findCase(reader: Reader, idOrNumber: string, hold: boolean): Promise<CaseRow | undefined> {
  const all = room(reader).selectFrom("cases").selectAll()
  const one = isId(idOrNumber)
    ? all.where("id", "=", idOrNumber)
    : NUMBER.test(idOrNumber)
      ? all.where("number", "=", Number(idOrNumber))
      : null
  return (hold ? one?.forNoKeyUpdate() : one)?.executeTakeFirst()
}

const NUMBER = /^[1-9]\d{0,14}$/

async function numberOf(reader: Reader, caseId: string): Promise<number> {
  const { number } = await room(reader).selectFrom("cases").select("number").where("id", "=", caseId).executeTakeFirstOrThrow()
  return number
}
