import { csvLine } from "#platform"
import type { CaseView } from "#cases"
import type { ContactView } from "#contacts"
import { type Language, say } from "#words"

export interface CsvOptions {
  delimiter: "," | ";"
  /** The mark by which Excel knows UTF-8. */
  bom: boolean
}

type Cell = string | number | null
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>

const CASE: Columns<CaseView> = {
  number: (one) => one.number,
  subject: (one) => one.subject,
  status: (one) => one.status.name,
  priority: (one) => one.priority,
  contact: (one) => one.contact?.name ?? "",
  address: (one) => one.contact?.address ?? "",
  owner: (one) => one.owner?.name ?? "",
  team: (one) => one.team?.name ?? "",
  tags: (one) => one.tags.join(", "),
  created: (one) => one.createdAt,
  last: (one) => one.lastAt,
  waiting: (one) => one.waitingSince,
  resolved: (one) => one.resolvedAt,
  words: (one) => one.lastWords,
  id: (one) => one.id,
}

const CONTACT: Columns<ContactView> = {
  name: (one) => one.name || one.suggestedName,
  email: (one) => valuesOf(one, "email"),
  phone: (one) => valuesOf(one, "phone"),
  reference: (one) => valuesOf(one, "reference"),
  handle: (one) => valuesOf(one, "handle"),
  organisation: (one) => one.organisation,
  language: (one) => one.language,
  salutation: (one) => one.salutation,
  note: (one) => one.note,
  created: (one) => one.createdAt,
  id: (one) => one.id,
}

const valuesOf = ({ identities }: ContactView, kind: string): string =>
  identities
    .filter((one) => one.kind === kind)
    .map(({ value }) => value)
    .join("; ")

export function casesAsCsv(language: Language, pages: AsyncIterable<readonly CaseView[]>, options: CsvOptions): AsyncGenerator<string> {
  return lines(language, CASE, pages, options)
}

export function contactsAsCsv(
  language: Language,
  pages: AsyncIterable<readonly ContactView[]>,
  options: CsvOptions,
): AsyncGenerator<string> {
  return lines(language, CONTACT, pages, options)
}

async function* lines<Row>(
  language: Language,
  columns: Columns<Row>,
  pages: AsyncIterable<readonly Row[]>,
  { delimiter, bom }: CsvOptions,
) {
  const heads = Object.keys(columns).map((name) => say(language, `transfers.export.${name}`))
  yield (bom ? "\ufeff" : "") + csvLine(heads, delimiter)
  for await (const rows of pages)
    for (const row of rows)
      yield csvLine(
        Object.values(columns).map((read) => read(row)),
        delimiter,
      )
}

/** One JSON object a line. */
export async function* asJsonLines(items: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`
}

export async function* each<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const page of pages) yield* page
}
