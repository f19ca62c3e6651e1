import { isDeepStrictEqual } from "node:util"
import { auditPage } from "#audit"
import { agentNames } from "#people"
import { Conflict, type Reader, type Tx } from "#platform"
import { type ContactChanges, differences } from "./change-contact.ts"
import type { Wishes } from "./hours.ts"
import type { ContactTables } from "./tables.ts"
import { wishesOf } from "./wishes.ts"

/** Before a change is taken back: nobody may have changed the same since. @throws Conflict with who has */
export async function expectLeft(tx: Tx, contactId: string, left: ContactChanges): Promise<void> {
  const all = tx.sql.withTables<ContactTables>().selectFrom("contacts").selectAll()
  const [changed] = differences(await all.where("id", "=", contactId).forNoKeyUpdate().executeTakeFirstOrThrow(), left)
  if (changed) throw await changedSince(tx, contactId, "contact.changed", changed[0])
}

/** The same of wishes; null: there were none. @throws Conflict with who has set others since */
export async function expectWishes(tx: Tx, contactId: string, left: Wishes | null): Promise<void> {
  if (!isDeepStrictEqual(await wishesOf(tx, contactId), left)) throw await changedSince(tx, contactId, "contact.wishes-set")
}

/** So many of a contact's last changes are looked through. */
const LOOK = 10

async function changedSince(reader: Reader, contactId: string, kind: string, field?: string): Promise<Conflict> {
  let after: number | undefined
  for (let looked = 0; looked < LOOK; looked += 1) {
    const [fact] = await auditPage(reader, { limit: 1, kind, about: contactId, after })
    if (!fact) break
    after = fact.seq
    const fields = fact.data?.["fields"]
    if (field && Array.isArray(fields) && !fields.some((one) => one === field)) continue
    const id = fact.actor.replace(/^agent:/, "")
    const name = (await agentNames(reader, fact.actor === id ? [] : [id])).get(id)
    if (name) return new Conflict("contacts.changedSince.by", { name })
    break
  }
  return new Conflict("contacts.changedSince")
}
