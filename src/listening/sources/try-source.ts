import { type Actor, requireRole } from "#people"
import { troubleOf } from "../hearing/note-trouble.ts"
import { checkSource, type NewSource } from "./check-source.ts"
import type { SourceGround } from "./source-ground.ts"
import type { Heard, Remark, SourceKind, TroubleCode } from "./source.ts"

export interface Trial {
  /** Null where it could be read. */
  trouble: { code: TroubleCode; remark: Remark | null } | null
  name: string
  /** What it would bring, where looking costs. */
  remark: Remark | null
  /** What it brought; a kind that can only be followed shows nothing before it is. */
  heard: readonly Heard[]
}

/** Reads a place once without keeping anything. @throws Invalid where its settings can't be right */
export async function trySource(actor: Actor, kinds: readonly SourceKind[], ground: SourceGround, given: NewSource): Promise<Trial> {
  requireRole(actor, "lead")
  const { kind, settings, secret, name } = checkSource(kinds, given)
  const source = { id: "trial", settings, secret, cursor: null }
  const found = { trouble: null, name, remark: null, heard: [] }
  try {
    if (kind.probe) return { ...found, remark: await kind.probe(ground, source) }
    return kind.read ? { ...found, heard: (await kind.read(ground, source)).heard } : found
  } catch (error) {
    const { code, remark } = troubleOf(error)
    return { ...found, trouble: { code, remark } }
  }
}
