import { isId, NotFound, type Reader, type Tx } from "#platform"
import { room, type Source } from "../tables.ts"

/** @throws NotFound */
export async function accessSource(reader: Reader, id: string): Promise<Source> {
  return there(await find(reader, id).executeTakeFirst())
}

/** The same for somebody who is about to change it: held until the transaction ends. @throws NotFound */
export async function holdSource(tx: Tx, id: string): Promise<Source> {
  return there(await find(tx, id).forUpdate().executeTakeFirst())
}

function find(reader: Reader, id: string) {
  return room(reader)
    .selectFrom("sources")
    .selectAll()
    .where("id", "=", isId(id) ? id : "00000000-0000-0000-0000-000000000000")
    .where("removed_at", "is", null)
}

function there(found: Source | undefined): Source {
  if (!found) throw new NotFound("listening.source.notFound")
  return found
}

/** All sources, by name. */
export function listSources(reader: Reader): Promise<Source[]> {
  return room(reader).selectFrom("sources").selectAll().where("removed_at", "is", null).orderBy("name").orderBy("id").execute()
}
