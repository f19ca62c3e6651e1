import { DAY, type Keys, newId, openSecret, type Reader, sealSecret, type Tx } from "#platform"
import { newSecret } from "./signature.ts"
import { room } from "./tables.ts"

/** How long a replaced secret goes on signing, so that a receiver can change over. */
export const OVERLAP = DAY

/** Makes a secret and gives it, this once. The one that stood goes on signing for a day; what was replaced before that ends now. */
export async function makeSecret(tx: Tx, keys: Keys, webhookId: string): Promise<string> {
  const tables = room(tx)
  await tables.deleteFrom("webhook_secrets").where("webhook_id", "=", webhookId).where("ends_at", "is not", null).execute()
  await tables
    .updateTable("webhook_secrets")
    .set({ ends_at: new Date(tx.now.getTime() + OVERLAP) })
    .where("webhook_id", "=", webhookId)
    .execute()
  const id = newId(tx.now)
  const secret = newSecret()
  await tables
    .insertInto("webhook_secrets")
    .values({ id, webhook_id: webhookId, sealed: sealSecret(keys, sealedAs(id), secret), created_at: tx.now, ends_at: null })
    .execute()
  return secret
}

/** The secrets that sign now, the newest first: one, or two while one is being replaced. */
export async function standingSecrets(reader: Reader, keys: Keys, webhookId: string): Promise<string[]> {
  const rows = await room(reader)
    .selectFrom("webhook_secrets")
    .selectAll()
    .where("webhook_id", "=", webhookId)
    .where((w) => w.or([w("ends_at", "is", null), w("ends_at", ">", reader.now)]))
    .orderBy("created_at", "desc")
    .execute()
  return rows.map(({ id, sealed }) => openSecret(keys, sealedAs(id), sealed))
}

const sealedAs = (id: string): string => `webhook_secrets:${id}`
