import { type Actor, requireRole } from "#people"
import { isId, NotFound, type Tx } from "#platform"
import { room } from "../tables.ts"
import { checkChoices } from "./check-choices.ts"
import type { FieldDefinition } from "./define-field.ts"

export interface FieldChange {
  name?: string | undefined
  choices?: readonly string[] | undefined
  position?: number | undefined
  /** No longer asked for; what is written in it stays. */
  retired?: boolean | undefined
}

/** Changes how a field is called, what it offers and where it stands; what is written in it stays. @throws NotFound, Invalid */
export async function changeField(actor: Actor, tx: Tx, fieldId: string, change: FieldChange): Promise<FieldDefinition> {
  requireRole(actor, "lead")
  const field = isId(fieldId)
    ? await room(tx).selectFrom("field_definitions").selectAll().where("id", "=", fieldId).forNoKeyUpdate().executeTakeFirst()
    : undefined
  if (!field) throw new NotFound("cases.field.notFound")
  const retired_at = change.retired === undefined ? field.retired_at : change.retired ? (field.retired_at ?? tx.now) : null
  const changed = await room(tx)
    .updateTable("field_definitions")
    .set({
      name: change.name?.trim() ?? field.name,
      choices: change.choices ? checkChoices(field.type, change.choices) : field.choices,
      position: change.position ?? field.position,
      retired_at,
    })
    .where("id", "=", field.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: "case.field-changed",
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { field: field.id, retired: retired_at !== null },
  })
  return changed
}
