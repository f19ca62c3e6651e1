import { type FiledContact, fileContacts, type PastContact } from "#contacts"
import { Invalid } from "#platform"
import type { Run, Skip } from "../run.ts"
import { ContactsSettings } from "../settings.ts"
import { contactOfRow } from "./contact-of-row.ts"
import { readTable } from "./read-table.ts"
import { type Row, rowsOf } from "./rows.ts"

const BATCH = 500

/** Brings in a table of contacts, some hundred rows at a time. Whoever is known by an address already gets what is missing there. */
export async function importContacts(run: Run): Promise<void> {
  const file = run.transfer.files[0]
  if (!file) throw new Invalid("transfers.noFile")
  const { encoding, delimiter, header, columns, dates } = await readTable(file.path, ContactsSettings.parse(run.transfer.settings))
  if (!columns.some(({ means }) => means === "email" || means === "phone" || means === "name" || means === "last-name"))
    throw new Invalid("transfers.noColumn")
  const settled = run.numberAt("rows")
  let seen = 0
  let batch: Row[] = []
  for await (const row of rowsOf(file.path, encoding, delimiter)) {
    if (seen++ < settled) continue
    batch.push(row)
    if (batch.length < BATCH) continue
    await take(run, batch, seen)
    batch = []
  }
  if (batch.length) await take(run, batch, seen)
  await run.step(async () => ({ total: run.transfer.done }))

  async function take(into: Run, rows: readonly Row[], upTo: number): Promise<void> {
    const skips: Skip[] = []
    const contacts: PastContact[] = []
    const body = rows.filter((row, i) => !(header && settled === 0 && upTo - rows.length + i === 0))
    for (const row of body) {
      if ("broken" in row) {
        skips.push({ place: row.line, item: String(row.line), reason: "broken-row", detail: row.broken })
        continue
      }
      if (!row.cells.some(Boolean)) continue
      const { contact, problems } = contactOfRow(row.cells, { columns, dates }, row.line, into.db.read.now)
      for (const { reason, detail } of problems)
        skips.push({ place: row.line, item: row.cells.filter(Boolean).slice(0, 3).join(", "), reason, detail })
      if (contact) contacts.push(contact)
    }
    await into.step(async (tx) => {
      const filed = await fileContacts(into.actor, tx, into.id, contacts, { complete: true })
      const counts = { contacts: 0, completed: 0, known: 0 }
      for (const { created, completed } of filed.values()) counts[created ? "contacts" : completed ? "completed" : "known"]++
      for (const contact of contacts) skips.push(...leftAsItIs(contact, filed.get(contact.key)!))
      return {
        done: body.length,
        place: { rows: upTo },
        current: contacts.at(-1)?.name ?? "",
        counts,
        skips,
      }
    })
  }
}

/** What of a row wasn't taken, because it is known otherwise or is somebody else's. */
function leftAsItIs({ key, name, identities }: PastContact, { stays, elsewhere }: FiledContact): Skip[] {
  const told = { place: Number(key), item: [name, identities[0]?.value].filter(Boolean).join(", ") }
  const owned = elsewhere.map(({ value }) => value)
  return [
    ...(stays.length ? [{ ...told, reason: "stays", detail: stays.join(" · ") }] : []),
    ...(owned.length ? [{ ...told, reason: "somebody-elses", detail: owned.join(" · ") }] : []),
  ]
}
