import { type Actor, requireRole } from "#people"
import { troubleOf } from "../hearing/note-trouble.ts"
import { checkSource, type NewSource } from "./check-source.ts"
import type { Heard, Remark, SourceGround, SourceKind, TroubleCode } from "./source.ts"

export interface Trial {
  /** Null where it could be read. */
  trouble: { code: TroubleCode; remark: Remark | null } | null
  name: string
  /** What it brought; a kind that can only be followed shows nothing before it is. */
  heard: readonly Heard[]
}

/** Reads a place once without keeping anything. @throws Invalid where its settings can't be right */
export async function trySource(actor: Actor, kinds: readonly SourceKind[], ground: SourceGround, given: NewSource): Promise<Trial> {
  requireRole(actor, "lead")
  const { kind, settings, secret, name } = checkSource(kinds, given)
  if (!kind.read) return { trouble: null, name, heard: [] }
  try {
    const { heard } = await kind.read(ground, { id: "trial", settings, secret, cursor: null })
    return { trouble: null, name, heard }
  } catch (error) {
    const { code, remark } = troubleOf(error)
    return { trouble: { code, remark }, name, heard: [] }
  }
}
