import type { Selectable } from "kysely"
import { type Actor, requireRole } from "#people"
import { Invalid, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { type FieldDefinitionsTable, type FieldType, room } from "../tables.ts"

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

export interface FieldChange {
  name?: string | undefined
  choices?: readonly string[] | undefined
  position?: number | undefined
  /** No longer asked for; what is written in it stays. */
  retired?: boolean | undefined
}

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

export function listFields(reader: Reader): Promise<FieldDefinition[]> {
  return room(reader).selectFrom("field_definitions").selectAll().orderBy("position").orderBy("name").execute()
}

function checkChoices(type: FieldType, choices: readonly string[]): string[] {
  const plain = [...new Set(choices.map((choice) => choice.trim()).filter((choice) => choice !== ""))]
  if (type === "choice" && plain.length === 0)
    throw new Invalid("request.invalid", {}, [{ path: "choices", key: "cases.field.choicesNeeded" }])
  if (type !== "choice" && plain.length > 0) throw new Invalid("request.invalid", {}, [{ path: "choices", key: "cases.field.choicesOnly" }])
  return plain
}
