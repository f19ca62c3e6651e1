import { type DateOrder, writtenMoment } from "#platform"

/** Columns and names by which a table may call a field. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  key: ["key", "id"],
  kind: ["kind", "type"],
  url: ["url", "link", "lien", "adresse"],
  site: ["site", "domain", "domaine"],
  title: ["title", "titre", "headline"],
  text: ["text", "texte", "content", "contenu", "snippet", "message"],
  language: ["language", "lang", "langue"],
  country: ["country", "pays"],
  rating: ["rating", "stars", "note"],
  publishedAt: ["publishedat", "published", "date", "created", "createdat"],
  "author.name": ["authorname", "author", "auteur", "name", "nom"],
  "author.handle": ["authorhandle", "handle", "username", "pseudo"],
  "author.url": ["authorurl"],
  "author.followers": ["authorfollowers", "followers", "abonnes"],
}

/** What a column is called in a mention; null where it is nothing of one. */
export function fieldOf(column: string): string | null {
  const plain = column
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  return Object.entries(CALLED).find(([, names]) => names.includes(plain))?.[0] ?? null
}

/** A row of a table, its cells by the names of their columns, as the API would be given it; what is no time stays, and is refused with its line. */
export function mentionOfRow(row: Readonly<Record<string, unknown>>, dates: DateOrder | null): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  const author: Record<string, unknown> = {}
  for (const [column, cell] of Object.entries(row)) {
    const field = fieldOf(column)
    const value = typeof cell === "string" ? cell.trim() : ""
    if (field === null || value === "") continue
    if (field.startsWith("author.")) author[field.slice("author.".length)] ??= field.endsWith("followers") ? Number(value) : value
    else
      given[field] ??=
        field === "rating"
          ? Number(value.replace(",", "."))
          : field === "publishedAt"
            ? (writtenMoment(value, dates)?.toISOString() ?? value)
            : value
  }
  return Object.keys(author).length > 0 ? { ...given, author } : given
}
