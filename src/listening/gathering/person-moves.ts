import { type Actor, requireRole } from "#people"
import { Conflict, Invalid, isId, newId, NotFound, type Tx } from "#platform"
import { accessStory, holdStory } from "./access-story.ts"
import { bringTogether, keepMove } from "./move-mentions.ts"
import { recount } from "./recount.ts"
import { gathering, type Story, type StoryMove } from "./tables.ts"

/** Two stories are one: what is of `id` becomes part of `into`. @throws NotFound, Invalid */
export async function mergeStories(actor: Actor, tx: Tx, id: string, into: string): Promise<StoryMove> {
  requireRole(actor, "agent")
  // Always in the same order, so that two who merge the same two wait for one another.
  for (const one of [id, into].toSorted()) await holdStory(tx, one)
  const [from, to] = [await holdStory(tx, id), await holdStory(tx, into)]
  if (from.id === to.id) throw new Invalid("listening.story.sameStory")
  return bringTogether(tx, from.id, to.id, actor.ref)
}

/** Some mentions of a story are another: they begin one of their own. @throws NotFound, Invalid */
export async function splitStory(actor: Actor, tx: Tx, id: string, mentionIds: readonly string[]): Promise<StoryMove> {
  requireRole(actor, "agent")
  const story = await holdStory(tx, id)
  const chosen = await chosenOf(tx, story, mentionIds)
  const fresh = await openStory(tx, story.first_said_at)
  await carry(tx, chosen, fresh.id, actor.ref)
  await recount(tx, [story.id, fresh.id])
  return keepMove(tx, { kind: "split", from: story.id, to: fresh.id, mentions: chosen, by: actor.ref })
}

/** Some mentions of a story are of another that is there: they go to it. @throws NotFound, Invalid */
export async function moveMentions(actor: Actor, tx: Tx, id: string, mentionIds: readonly string[], into: string): Promise<StoryMove> {
  requireRole(actor, "agent")
  for (const one of [id, into].toSorted()) await holdStory(tx, one)
  const [from, to] = [await holdStory(tx, id), await holdStory(tx, into)]
  if (from.id === to.id) throw new Invalid("listening.story.sameStory")
  const chosen = await chosenOf(tx, from, mentionIds)
  await carry(tx, chosen, to.id, actor.ref)
  await recount(tx, [from.id, to.id])
  return keepMove(tx, { kind: "move", from: from.id, to: to.id, mentions: chosen, by: actor.ref })
}

/**
 * Takes back what was moved: what hasn't moved on since goes where it was, or where that is by now if it was merged since.
 * @throws NotFound, Conflict
 */
export async function undoMove(actor: Actor, tx: Tx, id: string): Promise<StoryMove> {
  requireRole(actor, "agent")
  const move = isId(id)
    ? await gathering(tx).selectFrom("story_moves").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
    : undefined
  if (!move) throw new NotFound("listening.story.moveNotFound")
  if (move.undone_at) throw new Conflict("listening.story.undone")
  for (const one of [move.from_id, move.to_id].toSorted()) await holdStory(tx, one)
  const home = move.kind === "merge" ? move.from_id : (await accessStory(tx, move.from_id)).id
  if (home === move.to_id) throw new Conflict("listening.story.movedOn")
  const there = await gathering(tx)
    .selectFrom("story_mentions")
    .select("mention_id")
    .where("story_id", "=", move.to_id)
    .where("mention_id", "in", move.mentions.length > 0 ? move.mentions : [move.to_id])
    .execute()
  if (there.length === 0) throw new Conflict("listening.story.movedOn")
  if (move.kind === "merge") await gathering(tx).updateTable("stories").set({ into_id: null }).where("id", "=", move.from_id).execute()
  await carry(
    tx,
    there.map(({ mention_id }) => mention_id),
    home,
    null,
  )
  await recount(tx, [home, move.to_id])
  await gathering(tx)
    .updateTable("stories")
    .set({ into_id: home })
    .where("id", "=", move.to_id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("story_mentions").select("mention_id").where("story_id", "=", move.to_id))),
    )
    .execute()
  const data = { story: home, from: move.to_id, move: move.id, mentions: there.length }
  await tx.record({ kind: "story.move-undone", actor: actor.ref, about: {}, audience: "all", data })
  return gathering(tx)
    .updateTable("story_moves")
    .set({ undone_at: tx.now, undone_by: actor.ref })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Gives a story the title that a person chose. */
export async function nameStory(actor: Actor, tx: Tx, id: string, title: string): Promise<Story> {
  requireRole(actor, "agent")
  const { id: home } = await holdStory(tx, id)
  const named = await gathering(tx)
    .updateTable("stories")
    .set({ title, title_from: "person" })
    .where("id", "=", home)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({ kind: "story.named", actor: actor.ref, about: {}, audience: "all", data: { story: home } })
  return named
}

/** Mentions of a story that leave it; some stay. @throws Invalid */
async function chosenOf(tx: Tx, story: Story, mentionIds: readonly string[]): Promise<string[]> {
  const chosen = [...new Set(mentionIds)].filter((one) => isId(one))
  const there = await gathering(tx)
    .selectFrom("story_mentions as p")
    .innerJoin("mentions as m", "m.id", "p.mention_id")
    .select("m.gone_at")
    .where("p.story_id", "=", story.id)
    .where("p.mention_id", "in", chosen.length > 0 ? chosen : [story.id])
    .execute()
  if (chosen.length === 0 || there.length < new Set(mentionIds).size) throw new Invalid("listening.story.notItsMentions")
  if (there.filter(({ gone_at }) => gone_at === null).length >= story.mentions) throw new Invalid("listening.story.leavesNothing")
  return chosen
}

function openStory(tx: Tx, saidAt: Date): Promise<Story> {
  return gathering(tx)
    .insertInto("stories")
    .values({
      id: newId(tx.now),
      title: null,
      title_from: "words",
      first_said_at: saidAt,
      last_said_at: saidAt,
      mentions: 0,
      into_id: null,
      opened_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Mentions with their headlines go to a story; `by`: who says that they belong there, where a person does. */
async function carry(tx: Tx, mentions: readonly string[], story: string, by: string | null): Promise<void> {
  const ids = [...mentions]
  const why = by === null ? {} : { reason: "person" as const, placed_by: by, shared: [], placed_at: tx.now }
  await gathering(tx)
    .updateTable("story_mentions")
    .set({ story_id: story, ...why })
    .where("mention_id", "in", ids)
    .execute()
  await gathering(tx).updateTable("story_headlines").set({ story_id: story }).where("mention_id", "in", ids).execute()
}
