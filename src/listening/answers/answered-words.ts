import type { AnsweredWords } from "#conversations"
import type { Reader } from "#platform"
import type { ListedMention } from "../mentions/list-mentions.ts"
import { room } from "../tables.ts"

/** A mention as the channel that answers it needs it. */
export async function answeredWords(reader: Reader, mention: ListedMention): Promise<AnsweredWords> {
  const { settings } = await room(reader)
    .selectFrom("sources")
    .select("settings")
    .where("id", "=", mention.source_id)
    .executeTakeFirstOrThrow()
  const { source_kind: source, key, kind, url, author_handle: handle } = mention
  return { source, settings, key, kind, url, handle }
}
