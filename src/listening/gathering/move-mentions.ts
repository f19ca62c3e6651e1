import { newId, type Reader, type Tx } from "#platform"
import { familyOf, homesOf } from "./access-story.ts"
import { recount } from "./recount.ts"
import { gathering, type StoryMove } from "./tables.ts"

const MOST = 10_000

/** Everything of one story becomes part of another; the move remembers what it was, so that it can be undone. */
export async function bringTogether(tx: Tx, from: string, to: string, by: string): Promise<StoryMove> {
  const moved = await gathering(tx)
    .updateTable("story_mentions")
    .set({ story_id: to })
    .where("story_id", "=", from)
    .returning("mention_id")
    .execute()
  await gathering(tx).updateTable("stories").set({ into_id: to, mentions: 0 }).where("id", "=", from).execute()
  await gathering(tx).updateTable("story_headlines").set({ story_id: to }).where("story_id", "=", from).execute()
  await recount(tx, [to])
  const mentions = moved.map(({ mention_id }) => mention_id)
  return keepMove(tx, { kind: "merge", from, to, mentions, by })
}

export async function keepMove(
  tx: Tx,
  { kind, from, to, mentions, by }: { kind: StoryMove["kind"]; from: string; to: string; mentions: string[]; by: string },
): Promise<StoryMove> {
  const move = await gathering(tx)
    .insertInto("story_moves")
    .values({ id: newId(tx.now), kind, from_id: from, to_id: to, mentions, by_actor: by, at: tx.now, undone_at: null, undone_by: null })
    .returningAll()
    .executeTakeFirstOrThrow()
  const told = ({ merge: "story.merged", split: "story.split", move: "story.moved" } as const)[kind]
  await tx.record({
    kind: told,
    actor: by,
    about: {},
    audience: "all",
    data: { story: to, from, move: move.id, mentions: mentions.length },
  })
  return move
}

/**
 * Stories that a person took apart, or of which they undid that they were one, as they are called by now: the machine doesn't bring them
 * together again.
 */
export async function keptApart(reader: Pick<Reader, "sql">, among?: readonly string[]): Promise<[string, string][]> {
  const parts = among && (await Promise.all(among.map((id) => familyOf(reader, id)))).flat()
  const moves = await gathering(reader)
    .selectFrom("story_moves")
    .select(["from_id", "to_id"])
    .where((where) =>
      where.or([
        where.and([where("kind", "in", ["split", "move"]), where("undone_at", "is", null)]),
        where.and([where("kind", "=", "merge"), where("undone_at", "is not", null)]),
      ]),
    )
    .$call((query) => (parts ? query.where("from_id", "in", parts).where("to_id", "in", parts) : query))
    .orderBy("n", "desc")
    .limit(MOST)
    .execute()
  const homes = await homesOf(
    reader,
    moves.flatMap(({ from_id, to_id }) => [from_id, to_id]),
  )
  return moves
    .map(({ from_id, to_id }): [string, string] => [homes.get(from_id) ?? from_id, homes.get(to_id) ?? to_id])
    .filter(([one, other]) => one !== other)
}
