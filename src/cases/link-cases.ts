import type { Actor } from "#people"
import { Invalid, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { accessCase, holdCase, mayChange, standingCase } from "./access-case.ts"
import { recordOf } from "./record.ts"
import { type CaseRow, type LinkKind, room } from "./tables.ts"

/** Ties two cases without mixing them: related, duplicate of, caused by. The same link twice is one. */
export async function linkCases(actor: Actor, tx: Tx, caseId: string, other: string, kind: LinkKind): Promise<string> {
  const row = await holdCase(actor, tx, caseId)
  const to = await accessCase(actor, tx, other).catch((error: unknown): never => {
    if (error instanceof NotFound) throw new Invalid("request.invalid", {}, [{ path: "caseId", key: "cases.notFound" }])
    throw error
  })
  if (to.id === row.id) throw new Invalid("request.invalid", {}, [{ path: "caseId", key: "cases.link.itself" }])
  const written = await room(tx)
    .insertInto("case_links")
    .values({ id: newId(tx.now), a_id: row.id, b_id: to.id, kind, by_actor: actor.ref, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
  if (written) {
    await recordOf(tx, actor.ref, "case.linked", row, { link: written.id, other: to.id, kind })
    return written.id
  }
  const same = room(tx).selectFrom("case_links").select("id").where("a_id", "=", row.id).where("b_id", "=", to.id).where("kind", "=", kind)
  return (await same.executeTakeFirstOrThrow()).id
}

/** Whoever may change either case may untie them. */
export async function unlinkCases(actor: Actor, tx: Tx, linkId: string): Promise<void> {
  const link = isId(linkId)
    ? await room(tx).selectFrom("case_links").selectAll().where("id", "=", linkId).forNoKeyUpdate().executeTakeFirst()
    : undefined
  const row = link ? await eitherOf(actor, tx, link.a_id, link.b_id) : null
  if (!link || !row) throw new NotFound("cases.link.notFound")
  mayChange(actor)
  await room(tx).deleteFrom("case_links").where("id", "=", link.id).execute()
  await recordOf(tx, actor.ref, "case.unlinked", row, {
    link: link.id,
    other: row.id === link.a_id ? link.b_id : link.a_id,
    kind: link.kind,
  })
}

async function eitherOf(actor: Actor, reader: Reader, ...ids: string[]): Promise<CaseRow | null> {
  for (const id of ids) {
    try {
      return await standingCase(actor, reader, id)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
    }
  }
  return null
}
