import { contactSummaries, findOwners, seesContact } from "#contacts"
import { contactSight } from "#conversations"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import type { ContactsSettings } from "../settings.ts"
import { contactOfRow, type RowProblem } from "./contact-of-row.ts"
import { readTable, SHOWN, type Table } from "./read-table.ts"

/** Somebody waits for a preview, and a file may have gigabytes: only the import looks at dates further down. */
const LOOKED_AT = 5000

/** What one row would become. */
export interface PreviewedRow {
  line: number
  name: string
  identities: string[]
  organisation: string
  language: string | null
  /** The contact that it is already, for one of its identities; what is missing there would be added. */
  meets: { id: string; name: string } | null
  taken: boolean
  problems: RowProblem[]
}

/** How a table would be read, and what its first rows would become. Nothing is written. */
export async function previewContacts(
  actor: Actor,
  reader: Reader,
  path: string,
  chosen: ContactsSettings,
): Promise<Omit<Table, "rows"> & { examples: string[][]; rows: PreviewedRow[] }> {
  const { rows, ...table } = await readTable(path, chosen, LOOKED_AT)
  const shown = rows.slice(0, SHOWN)
  const read = shown.map((row) =>
    "cells" in row
      ? { line: row.line, ...contactOfRow(row.cells, table, row.line, reader.now) }
      : { line: row.line, contact: null, problems: [{ reason: "broken-row" as const, detail: row.broken }] },
  )
  const owners = await Promise.all(read.map(({ contact }) => findOwners(reader, contact?.identities ?? [])))
  const meets = await Promise.all(
    owners.map(async (found) => {
      const id = found.find((one) => typeof one === "string")
      return id && (await seesContact(actor, reader, id, contactSight)) ? id : null
    }),
  )
  const names = await contactSummaries(
    reader,
    meets.flatMap((id) => id ?? []),
  )
  return {
    ...table,
    examples: shown.slice(0, 3).map((row) => ("cells" in row ? row.cells : [])),
    rows: read.map(({ line, contact, problems }, i) => {
      const met = names.get(meets[i] ?? "")
      return {
        line,
        name: contact?.name ?? "",
        identities: (contact?.identities ?? []).map(({ value }) => value),
        organisation: contact?.organisation ?? "",
        language: contact?.language ?? null,
        meets: met ? { id: met.id, name: met.name || (met.address ?? "") } : null,
        taken: contact !== null,
        problems,
      }
    }),
  }
}
