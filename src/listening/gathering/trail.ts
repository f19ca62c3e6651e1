import { Tokens } from "../text/tokens.ts"
import { canonicalAddress } from "../stories/address.ts"
import type { Mention } from "../tables.ts"
import { gathering } from "./tables.ts"
import type { Reader } from "#platform"

/** One step of a story: who said it, where and when, and from whom they have it, as far as can be seen. */
export interface TrailStep {
  mentionId: string
  at: Date
  site: string | null
  author: string | null
  kind: Mention["kind"]
  url: string | null
  /** `own-words`: it names nobody; that it has it from nobody isn't known. */
  how: "first" | "own-words" | "copies" | "passes-on" | "answers" | "quotes"
  /** The mention that it copies, passes on, answers or quotes. */
  of: string | null
  /** Where it quotes somebody that we didn't hear: their address. */
  quotes: string | null
}

const LONGEST = 500

/** How a story went: its first so many mentions in the order in which they were said, each with its source if it names one. */
export async function trailOf(reader: Pick<Reader, "sql">, storyId: string): Promise<TrailStep[]> {
  const rows = await gathering(reader)
    .selectFrom("story_mentions as p")
    .innerJoin("mentions as m", "m.id", "p.mention_id")
    .selectAll("m")
    .select("p.copy_of")
    .where("p.story_id", "=", storyId)
    .where("m.gone_at", "is", null)
    .orderBy("p.said_at")
    .orderBy("p.n")
    .limit(LONGEST)
    .execute()
  const known = new Map<string, string>()
  for (const row of rows) {
    const page = row.url && canonicalAddress(row.url)
    if (page && !known.has(page)) known.set(page, row.id)
    known.set(`${row.source_id} ${row.key}`, row.id)
  }
  const refer = (row: Mention, reference: string | null) =>
    reference === null ? null : (known.get(canonicalAddress(reference) ?? "") ?? known.get(`${row.source_id} ${reference}`) ?? null)
  const ids = new Set(rows.map(({ id }) => id))
  return rows.map((row, n) => {
    const links = linksOf(row)
    const heard = links.map((link) => known.get(link)).find((id) => id !== undefined && id !== row.id) ?? null
    const repost = refer(row, row.repost_of)
    const answered = refer(row, row.reply_to)
    const copy = row.copy_of !== null && ids.has(row.copy_of) ? row.copy_of : null
    const [how, of] = stepOf(n === 0, { repost, isRepost: row.repost_of !== null, heard, copy, answered })
    const quotes = of === null && n > 0 ? (links[0] ?? null) : null
    return {
      mentionId: row.id,
      at: row.said_at,
      site: row.site,
      author: row.author_name ?? row.author_handle,
      kind: row.kind,
      url: row.url,
      how: quotes === null ? how : "quotes",
      of,
      quotes,
    }
  })
}

/** In how many places it seems to have begun: those who neither copy, pass on, answer nor quote. */
export const originsOf = (steps: readonly TrailStep[]): number => steps.filter(({ how }) => how === "first" || how === "own-words").length

function stepOf(
  isFirst: boolean,
  {
    repost,
    isRepost,
    heard,
    copy,
    answered,
  }: { repost: string | null; isRepost: boolean; heard: string | null; copy: string | null; answered: string | null },
): [TrailStep["how"], string | null] {
  if (isRepost) return ["passes-on", repost]
  if (heard) return ["quotes", heard]
  if (copy) return ["copies", copy]
  if (answered) return ["answers", answered]
  return [isFirst ? "first" : "own-words", null]
}

/** Pages that a text links to, its own apart. */
function linksOf({ text, url }: Mention): string[] {
  const own = url && canonicalAddress(url)
  return new Tokens()
    .read(text)
    .links.flatMap((link) => canonicalAddress(link) ?? [])
    .filter((page) => page !== own)
}
