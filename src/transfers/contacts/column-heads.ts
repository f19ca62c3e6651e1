import type { ColumnMeaning } from "../settings.ts"

/** How exports of the usual programs, in French and English, head their columns. */
const HEADS: Readonly<Partial<Record<ColumnMeaning, RegExp>>> = {
  email: /^(e-?mail|courriel|mail|adresse ?(e-?mail|mail|électronique)|e-?mail ?(address|1 - value|adresse))( ?\d)?$/,
  "first-name": /^(first ?name|given ?name|prénom|forename)$/,
  "last-name": /^(last ?name|family ?name|surname|nom ?de ?famille)$/,
  name: /^(name|nom|full ?name|display ?name|nom ?(complet|et ?prénom)|contact|client|customer)$/,
  phone: /^(phone|t[ée]l([ée]phone)?|mobile|portable|phone ?(number|1 - value)|num[ée]ro ?(de ?t[ée]l[ée]phone)?|gsm)( ?\d)?$/,
  organisation: /^(organi[sz]ation|company|soci[ée]t[ée]|entreprise|organisme|company ?name|organi[sz]ation ?(name|1 - name))$/,
  language: /^(language|langue|locale|lang)$/,
  salutation: /^(salutation|civilit[ée]|title|titre)$/,
  note: /^(notes?|comment(s|aires?)?|remarques?|details)$/,
  reference: /^(id|identifi(er|ant)|external ?id|customer ?(id|number|no)|client ?id|num[ée]ro ?(de ?)?client|n° ?client|r[ée]f[ée]rence)$/,
  handle: /^(twitter|mastodon|bluesky|instagram|facebook|x)( ?handle)?$/,
  created: /^(created( ?(at|on))?|date ?de ?cr[ée]ation|cr[ée][ée] ?le|creation ?date)$/,
}

/** What a column holds by its name in English or French, or null. */
export function byHead(head: string): ColumnMeaning | null {
  for (const [means, pattern] of Object.entries(HEADS)) if (head && pattern.test(head)) return means as ColumnMeaning
  return null
}

/** Whether the first row names the columns: nothing in it looks like an address, and something like a head. */
export function looksLikeHeader(row: readonly string[]): boolean {
  if (row.some((cell) => /@|^\+?\d[\d\s.-]{6,}$/.test(cell))) return false
  return row.some(
    (cell) =>
      byHead(
        cell
          .toLowerCase()
          .replace(/[_\s:*]+/g, " ")
          .trim(),
      ) !== null,
  )
}
