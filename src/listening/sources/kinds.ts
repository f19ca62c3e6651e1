import { told } from "./told/told.ts"
import type { SourceKind } from "./source.ts"

/** Every kind of place that can be heard. A new one is a folder beside this, and a line here. */
export const KINDS: readonly SourceKind[] = [...told]

export function kindOf(kinds: readonly SourceKind[], name: string): SourceKind | null {
  return kinds.find(({ kind }) => kind === name) ?? null
}
