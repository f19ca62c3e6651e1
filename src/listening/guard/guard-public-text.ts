import { accessCase, familyOf } from "#cases"
import { type Actor, seesInbox } from "#people"
import { Forbidden, type Reader } from "#platform"
import { namesIn } from "../evidence/name-likeness.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { tiesOfCases } from "../ties/list-ties.ts"
import { openSide, saidIn } from "../ties/open-side.ts"
import { ownSide } from "../ties/own-side.ts"
import { findPrivate, type PrivatePiece } from "./find-private.ts"

/**
 * Private facts of a case that stand in a text which is to be said in public: names, numbers, addresses, order references, words quoted
 * from it. What was said in the open by a mention that is tied to the case, or that the text answers, isn't private any more.
 * @throws NotFound; Forbidden for who sees a part of the case only: what is found would tell them the rest
 */
export async function guardPublicText(
  actor: Actor,
  reader: Reader,
  idOrNumber: string,
  text: string,
  answered: readonly string[] = [],
): Promise<PrivatePiece[]> {
  const row = await accessCase(actor, reader, idOrNumber)
  if (!row.inbox_ids.every((id) => seesInbox(actor, [id]))) throw new Forbidden("listening.guard.partOnly")
  const own = await ownSide(reader, row.id)
  if (!own) return []
  const ties = await tiesOfCases(reader, await familyOf(reader, row.id), ["confirmed"])
  const said = [...new Set([...ties.map(({ mention_id }) => mention_id), ...answered])]
  const mentions = await Promise.all(said.map((id) => accessMention(reader, id)))
  const open = mentions.map((mention) => [saidIn(openSide(mention)), mention.author_name, mention.author_handle].filter(Boolean).join("\n"))
  return findPrivate(text, { ...own, names: [...own.names, ...new Set(own.words.flatMap(namesIn))], open })
}
