import { newId, type Tx } from "#platform"
import { recount } from "./recount.ts"
import { gathering, type StoryMove } from "./tables.ts"

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
  const told = kind === "merge" ? "story.merged" : "story.split"
  await tx.record({
    kind: told,
    actor: by,
    about: {},
    audience: "all",
    data: { story: to, from, move: move.id, mentions: mentions.length },
  })
  return move
}

/** Whether a person took these two apart, or undid that they were one: the machine doesn't bring them together again. */
export async function isKeptApart(tx: Tx, a: string, b: string): Promise<boolean> {
  const both = [a, b]
  const apart = await gathering(tx)
    .selectFrom("story_moves")
    .select("id")
    .where("from_id", "in", both)
    .where("to_id", "in", both)
    .where((where) =>
      where.or([
        where.and([where("kind", "=", "split"), where("undone_at", "is", null)]),
        where.and([where("kind", "=", "merge"), where("undone_at", "is not", null)]),
      ]),
    )
    .executeTakeFirst()
  return apart !== undefined
}
