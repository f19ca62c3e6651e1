import { isId, NotFound, type Reader, type Tx } from "#platform"
import { room, type Watch } from "../tables.ts"

/** What is said in the open is for everybody at the desk. @throws NotFound */
export async function accessWatch(reader: Reader, id: string): Promise<Watch> {
  return there(await find(reader, id).executeTakeFirst())
}

/** The same for somebody who is about to change it: held until the transaction ends. @throws NotFound */
export async function holdWatch(tx: Tx, id: string): Promise<Watch> {
  return there(await find(tx, id).forNoKeyUpdate().executeTakeFirst())
}

function find(reader: Reader, id: string) {
  return room(reader)
    .selectFrom("watches")
    .selectAll()
    .where("id", "=", isId(id) ? id : "00000000-0000-0000-0000-000000000000")
    .where("state", "!=", "removed")
}

function there(found: Watch | undefined): Watch {
  if (!found) throw new NotFound("listening.watch.notFound")
  return found
}

/** Watches by name: a page, after a name and an id. */
export function listWatches(reader: Reader, limit: number, after: readonly [string, string] | null): Promise<Watch[]> {
  return room(reader)
    .selectFrom("watches")
    .selectAll()
    .where("state", "!=", "removed")
    .$call((page) => (after ? page.where(({ eb, refTuple, tuple }) => eb(refTuple("name", "id"), ">", tuple(...after))) : page))
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute()
}
