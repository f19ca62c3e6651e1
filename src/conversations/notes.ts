import { accessAgent, accessTeam, type Actor, type Agent, requireRole } from "#people"
import { Forbidden, Invalid, isId, newId, NotFound, type Tx } from "#platform"
import { accessConversation, type Conversation } from "./access.ts"
import { removeDraft } from "./drafts.ts"
import { room } from "./tables.ts"
import { takeUploads } from "./take-uploads.ts"

export interface NewNote {
  text: string
  mentions?: string[] | undefined
  teams?: string[] | undefined
  attachmentIds?: string[] | undefined
  withHelp?: boolean | undefined
}

/** Writes a note for colleagues. A note is not a message: it has no address, and nothing that sends can name it. */
export async function addNote(actor: Actor, tx: Tx, conversationId: string, note: NewNote): Promise<string> {
  requireRole(actor, "agent")
  const conversation = await accessConversation(actor, tx, conversationId)
  const files = await takeUploads(actor, tx, note.attachmentIds ?? [])
  if (!note.text.trim() && files.length === 0)
    throw new Invalid("conversations.note.empty", {}, [{ path: "text", key: "conversations.note.empty" }])
  const id = newId(tx.now)
  const mentions = note.mentions ?? []
  const teams = note.teams ?? []
  await refuseUnreachable(tx, conversation, mentions)
  const called = [...new Set([...mentions, ...(await membersWhoRead(tx, conversation, teams))])]
  const agentId = actor.kind === "agent" ? actor.id : null
  await room(tx)
    .insertInto("notes")
    .values({
      id,
      conversation_id: conversationId,
      agent_id: agentId,
      author: actor.ref,
      text: note.text,
      mentions,
      teams,
      at: tx.now,
      edited_at: null,
      with_help: note.withHelp ?? false,
    })
    .execute()
  if (files.length > 0)
    await room(tx)
      .insertInto("note_files")
      .values(
        files.map(({ name, type, size, sha256 }, position) => ({ id: newId(tx.now), note_id: id, position, name, type, size, sha256 })),
      )
      .execute()
  if (actor.kind === "agent") await removeDraft(actor, tx, conversationId, "note")
  await tx.record({
    kind: "note.added",
    actor: actor.ref,
    about: { message: id, conversation: conversationId },
    audience: { inboxes: conversation.inbox_ids },
    data: { mentions: called, teams },
  })
  return id
}

/** Whoever is named in a note follows the case: it must be somebody who can read it. */
async function refuseUnreachable(tx: Tx, conversation: Conversation, agentIds: readonly string[]): Promise<void> {
  for (const [i, agentId] of agentIds.entries()) {
    const agent = await accessAgent(tx, agentId).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    if (!agent || !reads(agent, conversation))
      throw new Invalid("request.invalid", {}, [{ path: `mentions.${i}`, key: "conversations.note.cannotRead" }])
  }
}

/** Everybody of the teams who can read the case; in a team, not everybody need. */
async function membersWhoRead(tx: Tx, conversation: Conversation, teamIds: readonly string[]): Promise<string[]> {
  const called: string[] = []
  for (const [i, teamId] of teamIds.entries()) {
    const team = await accessTeam(tx, teamId).catch((error: unknown) => {
      if (error instanceof NotFound) throw new Invalid("request.invalid", {}, [{ path: `teams.${i}`, key: "people.team.notFound" }])
      throw error
    })
    for (const agentId of team.agentIds) if (reads(await accessAgent(tx, agentId), conversation)) called.push(agentId)
  }
  return called
}

function reads({ disabled, inboxes }: Agent, { inbox_ids }: Conversation): boolean {
  return !disabled && (inboxes === "every" || inboxes.some((id) => inbox_ids.includes(id)))
}

/** Changes one's own note. */
export async function changeNote(actor: Actor, tx: Tx, id: string, text: string): Promise<string> {
  const tables = room(tx)
  const note = isId(id) ? await tables.selectFrom("notes").selectAll().where("id", "=", id).executeTakeFirst() : undefined
  if (!note) throw new NotFound("conversations.note.notFound")
  const conversation = await accessConversation(actor, tx, note.conversation_id, "conversations.note.notFound")
  requireRole(actor, "agent")
  if (note.author !== actor.ref) throw new Forbidden("conversations.note.notYours")
  if (!text.trim()) throw new Invalid("conversations.note.empty", {}, [{ path: "text", key: "conversations.note.empty" }])
  await tables.updateTable("notes").set({ text, edited_at: tx.now }).where("id", "=", id).execute()
  await tx.record({
    kind: "note.changed",
    actor: actor.ref,
    about: { message: id, conversation: conversation.id },
    audience: { inboxes: conversation.inbox_ids },
  })
  return conversation.id
}
