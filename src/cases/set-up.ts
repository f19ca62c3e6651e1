import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** How many sets of working hours there are. */
export async function countCalendars(reader: Reader): Promise<number> {
  const { n } = await room(reader)
    .selectFrom("calendars")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow()
  return n
}

/** The number of the first case there ever was; null: none yet. */
export async function firstCase(reader: Reader): Promise<number | null> {
  const found = await room(reader).selectFrom("cases").select("number").orderBy("number").limit(1).executeTakeFirst()
  return found?.number ?? null
}
