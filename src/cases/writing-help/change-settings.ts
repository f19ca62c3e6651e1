import { type Actor, requireRole } from "#people"
import { Invalid, type Keys, sealSecret, type Tx } from "#platform"
import { openKey, readWritingHelp, SEALED_AS } from "./settings.ts"
import { desk, type Help } from "./tables.ts"

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

/** Takes the service and its key away. @throws Forbidden for all but administrators */
export async function removeWritingHelp(actor: Actor, tx: Tx): Promise<void> {
  requireRole(actor, "admin")
  const removed = await desk(tx).deleteFrom("writing_help_settings").executeTakeFirst()
  if (removed.numDeletedRows > 0n) await tx.record({ kind: "writing-help.removed", actor: actor.ref, about: {}, audience: "all" })
}
