import { type Identity, isIdentity, type PastContact } from "#contacts"
import { type DateOrder, isAmbiguousMoment, writtenMoment } from "#platform"
import type { Column } from "./guess-columns.ts"

/** Why a row, or a part of it, isn't taken. */
export interface RowProblem {
  reason: "no-contact" | "bad-email" | "bad-phone" | "bad-identity" | "broken-row" | "too-many-cells" | "ambiguous-date" | "bad-date"
  detail: string
}

interface Read {
  columns: readonly Column[]
  dates: DateOrder | null
}

/** What a row becomes; `contact` null: nothing can be made of it. */
export interface ReadRow {
  contact: PastContact | null
  problems: RowProblem[]
}

/** Makes a contact of a row. What can't be read is left out and told; a row in which nobody can be recognised isn't taken. */
export function contactOfRow(cells: readonly string[], { columns, dates }: Read, line: number, now: Date): ReadRow {
  const problems: RowProblem[] = []
  const identities: Identity[] = []
  const said = new Map<string, string>()
  if (cells.slice(columns.length).some(Boolean)) problems.push({ reason: "too-many-cells", detail: cells.slice(columns.length).join(" ") })
  for (const [i, { means, network }] of columns.entries()) {
    const cell = plain(cells[i] ?? "")
    if (!cell || means === "skip") continue
    if (means === "email" || means === "phone" || means === "reference" || means === "handle") {
      const values = means === "email" || means === "phone" ? cell.split(/\s*(?:[;,]|:::)\s*/).filter(Boolean) : [cell]
      for (const value of values) {
        const identity = { kind: means, network: means === "handle" || means === "reference" ? network || "customer" : "", value }
        if (isIdentity(identity)) identities.push(identity)
        else problems.push({ reason: means === "email" ? "bad-email" : means === "phone" ? "bad-phone" : "bad-identity", detail: value })
      }
    } else said.set(means, said.has(means) ? `${said.get(means)} ${cell}` : cell)
  }
  const name = said.get("name") ?? [said.get("first-name"), said.get("last-name")].filter(Boolean).join(" ")
  if (identities.length === 0 && (!name || problems.length > 0)) {
    if (!problems.length) problems.push({ reason: "no-contact", detail: cells.filter(Boolean).join(" ") })
    return { contact: null, problems }
  }
  const language =
    /^([a-z]{2,3})(?:[-_].*)?$/i.exec(said.get("language") ?? "")?.[1]?.toLowerCase() ?? WRITTEN[said.get("language")?.toLowerCase() ?? ""]
  const createdAt = readCreated(said.get("created"), dates, now, problems)
  return {
    contact: {
      key: String(line),
      name: name.slice(0, 200),
      identities,
      organisation: (said.get("organisation") ?? "").slice(0, 200),
      note: (said.get("note") ?? "").slice(0, 10_000),
      ...(said.has("salutation") ? { salutation: said.get("salutation")!.slice(0, 200) } : {}),
      ...(language ? { language } : {}),
      createdAt,
    },
    problems,
  }
}

const WRITTEN: Readonly<Record<string, string>> = { français: "fr", francais: "fr", french: "fr", anglais: "en", english: "en" }

/** A cell as text: without the quote or sign that keeps a spreadsheet from calculating it, and without control characters. */
function plain(cell: string): string {
  return cell
    .replace(/^'(?=[=+\-@])/, "")
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .trim()
    .toWellFormed()
}

/** When somebody became a contact; what is no such moment is told, and today stands for it. */
function readCreated(text: string | undefined, dates: DateOrder | null, now: Date, problems: RowProblem[]): Date {
  if (!text) return now
  const at = writtenMoment(text, dates)
  if (at && at <= now && at.getUTCFullYear() >= 1970) return at
  problems.push({ reason: isAmbiguousMoment(text) && !dates ? "ambiguous-date" : "bad-date", detail: text })
  return now
}
