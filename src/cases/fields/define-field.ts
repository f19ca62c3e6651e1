import type { Selectable } from "kysely"
import { type Actor, requireRole } from "#people"
import { Invalid, newId, type Reader, type Tx } from "#platform"
import { type FieldDefinitionsTable, type FieldType, room } from "../tables.ts"
import { checkChoices } from "./check-choices.ts"

export type FieldDefinition = Selectable<FieldDefinitionsTable>

export interface NewField {
  /** How programs name it; never changes. */
  key: string
  name: string
  type: FieldType
  choices?: readonly string[] | undefined
  position?: number | undefined
}

/** Adds a field to every case. Its type never changes: what is written in it would no longer fit. */
export async function defineField(actor: Actor, tx: Tx, field: NewField): Promise<FieldDefinition> {
  requireRole(actor, "lead")
  const choices = checkChoices(field.type, field.choices ?? [])
  const made = await room(tx)
    .insertInto("field_definitions")
    .values({
      id: newId(tx.now),
      key: field.key,
      name: field.name.trim(),
      type: field.type,
      choices,
      position: field.position ?? 0,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!made) throw new Invalid("request.invalid", {}, [{ path: "key", key: "cases.field.keyTaken" }])
  await tx.record({
    kind: "case.field-defined",
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { field: made.id, key: made.key, type: made.type },
  })
  return made
}

export function listFields(reader: Reader): Promise<FieldDefinition[]> {
  return room(reader).selectFrom("field_definitions").selectAll().orderBy("position").orderBy("name").execute()
}
