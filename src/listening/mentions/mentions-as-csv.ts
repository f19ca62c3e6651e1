import { csvLine, type Reader } from "#platform"
import { type Language, say } from "#words"
import { type ListedMention, listMentions, type MentionFilter } from "./list-mentions.ts"

const TOGETHER = 500

const COLUMNS: Readonly<Record<string, (mention: ListedMention) => string | number | null>> = {
  saidAt: ({ said_at }) => said_at.toISOString(),
  author: ({ author_name }) => author_name,
  handle: ({ author_handle }) => author_handle,
  site: ({ site }) => site,
  source: ({ source_name }) => source_name,
  kind: ({ kind }) => kind,
  language: ({ language }) => language,
  title: ({ title }) => title,
  text: ({ text }) => text,
  rating: ({ rating }) => rating,
  url: ({ url }) => url,
}

/** All mentions that fit, the latest said first, as a table that is made while it is read: however many they are, a page is held at a time. */
export async function* mentionsAsCsv(
  language: Language,
  reader: Reader,
  filter: MentionFilter,
  { delimiter, bom }: { delimiter: "," | ";"; bom: boolean },
): AsyncGenerator<string> {
  const heads = Object.keys(COLUMNS).map((name) => say(language, `listening.export.${name}`))
  yield (bom ? "\ufeff" : "") + csvLine(heads, delimiter)
  let after: readonly [string, string] | null = null
  for (;;) {
    const rows: ListedMention[] = await listMentions(reader, filter, TOGETHER, after)
    for (const row of rows)
      yield csvLine(
        Object.values(COLUMNS).map((read) => read(row)),
        delimiter,
      )
    const last = rows.at(-1)
    if (!last || rows.length < TOGETHER) return
    after = [last.said_at.toISOString(), last.id]
  }
}
