import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** What was newly written in these messages and notes, by id. */
export async function textsForSearch(
  reader: Reader,
  { messages, notes }: { messages: readonly string[]; notes: readonly string[] },
): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  if (messages.length)
    for (const { id, new_text } of await room(reader)
      .selectFrom("messages")
      .select(["id", "new_text"])
      .where("id", "in", [...messages])
      .execute())
      words.set(id, new_text)
  if (notes.length)
    for (const { id, text } of await room(reader)
      .selectFrom("notes")
      .select(["id", "text"])
      .where("id", "in", [...notes])
      .execute())
      words.set(id, text)
  return words
}
