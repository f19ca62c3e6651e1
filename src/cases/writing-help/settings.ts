import { type Actor, openSecret, requireRole, sealSecret } from "#people"
import { Invalid, type Keys, type Reader, type Tx } from "#platform"
import { desk, type Help } from "./tables.ts"

/** The service that an operator chose to help with writing. Without it there is none. */
export interface WritingHelpSettings {
  /** Where its `chat/completions` stands, such as https://models.lilas.example/v1 */
  baseUrl: string
  model: string
  helps: Help[]
  hasKey: boolean
}

const SEALED_AS = "writing_help_settings:key"

export async function readWritingHelp(reader: Reader): Promise<WritingHelpSettings | null> {
  const row = await desk(reader).selectFrom("writing_help_settings").selectAll().executeTakeFirst()
  return row ? { baseUrl: row.base_url, model: row.model, helps: row.helps, hasKey: row.sealed_key !== null } : null
}

/** The key, for talking to the service; null when it needs none. */
export async function openKey(reader: Reader, keys: Keys): Promise<string | null> {
  const row = await desk(reader).selectFrom("writing_help_settings").select("sealed_key").executeTakeFirst()
  return row?.sealed_key ? openSecret(keys, SEALED_AS, row.sealed_key) : null
}

export interface NewWritingHelp {
  baseUrl: string
  model: string
  helps: Help[]
  /** Left out: the one that is there stays, unless the address changes. Empty: none. */
  key?: string | undefined
}

/** @throws Forbidden for all but administrators; Invalid when the key would go to another address than it was given for */
export async function setWritingHelp(actor: Actor, tx: Tx, keys: Keys, { baseUrl, model, helps, key }: NewWritingHelp): Promise<void> {
  requireRole(actor, "admin")
  const before = await readWritingHelp(tx)
  const base = baseUrl.replace(/\/+$/, "")
  if (key === undefined && before?.hasKey && new URL(before.baseUrl).origin !== new URL(base).origin)
    throw new Invalid("request.invalid", {}, [{ path: "key", key: "writing.keyAgain" }])
  const kept = key ?? (before?.hasKey ? await openKey(tx, keys) : null)
  const values = {
    base_url: base,
    model,
    helps,
    sealed_key: kept ? sealSecret(keys, SEALED_AS, kept) : null,
    updated_by: actor.ref,
    updated_at: tx.now,
  }
  await desk(tx)
    .insertInto("writing_help_settings")
    .values(values)
    .onConflict((conflict) => conflict.column("one").doUpdateSet(values))
    .execute()
  await tx.record({ kind: "writing-help.changed", actor: actor.ref, about: {}, audience: "all", data: { helps } })
}

export async function removeWritingHelp(actor: Actor, tx: Tx): Promise<void> {
  requireRole(actor, "admin")
  const removed = await desk(tx).deleteFrom("writing_help_settings").executeTakeFirst()
  if (removed.numDeletedRows > 0n) await tx.record({ kind: "writing-help.removed", actor: actor.ref, about: {}, audience: "all" })
}
