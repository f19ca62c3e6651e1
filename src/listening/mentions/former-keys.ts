import { createHash } from "node:crypto"
import type { Reader } from "#platform"
import { room, type Source } from "../tables.ts"
import type { GivenHeard } from "./given.ts"
import { hashOfKey, mentionRow } from "./mention-row.ts"

/**
 * What was kept by its address alone keeps that key: given again, it is known, and what was deleted of it doesn't come back. Whatever else
 * stands at that address is another.
 */
export async function underFormerKeys(
  reader: Reader,
  source: Pick<Source, "id" | "kind">,
  given: readonly GivenHeard[],
): Promise<GivenHeard[]> {
  const formers = given.flatMap(({ former }) => former ?? [])
  if (formers.length === 0) return [...given]
  const rows = await room(reader)
    .selectFrom("mentions")
    .select(["key_hash", "title", "text", "gone_at"])
    .where("source_id", "=", source.id)
    .where("key_hash", "in", [...new Set(formers.map(hashOfKey))])
    .execute()
  const kept = new Map(rows.map((row) => [row.key_hash, row]))
  return given.map((one) => {
    const was = one.former === null ? undefined : kept.get(hashOfKey(one.former))
    if (!was || one.former === null) return one
    const { title, text } = mentionRow(source, one, reader.now)
    const isAlone = formers.filter((former) => former === one.former).length === 1
    const isSame = was.gone_at === null ? was.title === title && was.text === text : isAlone
    return isSame ? { ...one, key: one.former } : one
  })
}

/** Those that have the id of one before them and say something else: what they are can't be told. `first`: of each id, the first words. */
export function sameKeyOtherWords(given: readonly GivenHeard[], first = new Map<string, string>()): Set<GivenHeard> {
  const strange = new Set<GivenHeard>()
  for (const one of given) {
    const [before, words] = [first.get(one.key), wordsHash(one)]
    if (before === undefined) first.set(one.key, words)
    else if (before !== words) strange.add(one)
  }
  return strange
}

/** The same for the same words. */
export function wordsHash({ title, text }: Pick<GivenHeard, "title" | "text">): string {
  return createHash("sha256")
    .update(JSON.stringify([title, text]))
    .digest("base64url")
}
