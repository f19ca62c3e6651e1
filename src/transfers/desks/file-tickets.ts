import { sql } from "kysely"
import { fileCases, type PastCase } from "#cases"
import { type FiledContact, fileContacts, type PastContact } from "#contacts"
import type { Ours } from "../mail/ours.ts"
import type { Run, Skip } from "../run.ts"
import type { ArchiveSettings } from "../settings.ts"
import { caseOfTicket } from "./case-of-ticket.ts"
import type { DeskPerson, DeskTicket, DeskWords } from "./desk.types.ts"

const TOGETHER = 200

export interface WholeTicket {
  ticket: DeskTicket
  says: DeskWords[]
  people: ReadonlyMap<string, DeskPerson>
}

/** Files the tickets that were read, in the order of time. */
export async function fileTickets(run: Run, settings: ArchiveSettings, ours: Ours): Promise<void> {
  // The same export brought in twice gives the same cases, whatever the run.
  const source = run.transfer.kind
  for (;;) {
    const tickets = await nextTickets(run)
    if (tickets.length === 0) return
    const says = await wordsOf(run, tickets)
    const people = await peopleOf(run, tickets, [...says.values()].flat())
    const whole = tickets.map(({ body }) => ({ ticket: body, says: says.get(body.key) ?? [], people }))
    const last = tickets.at(-1)!
    await run.step(async (tx) => {
      const skips: Skip[] = []
      const customers = customersOf(whole, ours)
      const contacts = await fileContacts(run.actor, tx, source, customers)
      const cases: PastCase[] = []
      for (const [i, one] of whole.entries()) {
        const past = caseOfTicket(one, settings, { ours, contactOf: (key) => contacts.get(key)?.id ?? null, now: tx.now })
        if (past) cases.push(past)
        else skips.push({ place: tickets[i]!.place, item: `#${one.ticket.key} ${one.ticket.subject}`, reason: "no-words" })
      }
      const filed = await fileCases(run.actor, tx, source, cases)
      for (const [key, { created }] of filed.cases)
        if (!created) skips.push({ place: tickets.find(({ body }) => body.key === key)!.place, item: `#${key}`, reason: "already-here" })
      const created = [...filed.cases.values()].filter((one) => one.created).length
      return {
        done: tickets.length,
        place: { at: last.at.toISOString(), n: last.place },
        current: last.body.subject,
        counts: { cases: created, messages: filed.messages, contacts: countCreated(contacts) },
        skips,
      }
    })
  }
}

const countCreated = (contacts: ReadonlyMap<string, FiledContact>): number => [...contacts.values()].filter(({ created }) => created).length

async function nextTickets(run: Run) {
  const after = run.place["at"] === undefined ? sql`` : sql`and (at, place) > (${run.place["at"]}::timestamptz, ${Number(run.place["n"])})`
  const found = await sql<{ at: Date; place: number; body: DeskTicket }>`
    select at, place, body from transfer_items
     where transfer_id = ${run.id} and kind = 'ticket' ${after} order by at, place limit ${TOGETHER}`.execute(run.db.read.sql)
  return found.rows
}

async function wordsOf(run: Run, tickets: readonly { body: DeskTicket }[]): Promise<Map<string, DeskWords[]>> {
  const found = await sql<{ parent: string; body: DeskWords }>`
    select parent, body from transfer_items where transfer_id = ${run.id} and kind = 'comment'
       and parent = any(${tickets.map(({ body }) => body.key)}::text[]) order by at, place`.execute(run.db.read.sql)
  return new Map([...Map.groupBy(found.rows, ({ parent }) => parent)].map(([parent, rows]) => [parent, rows.map(({ body }) => body)]))
}

async function peopleOf(run: Run, tickets: readonly { body: DeskTicket }[], says: readonly DeskWords[]): Promise<Map<string, DeskPerson>> {
  const keys = [...new Set([...tickets.flatMap(({ body }) => [body.requester, body.assignee]), ...says.map(({ author }) => author)])]
  const found = await sql<{ key: string; body: DeskPerson }>`
    select key, body from transfer_items where transfer_id = ${run.id} and kind = 'user' and key = any(${keys}::text[])`.execute(
    run.db.read.sql,
  )
  return new Map(found.rows.map(({ key, body }) => [key, body]))
}

function customersOf(whole: readonly WholeTicket[], ours: Ours): PastContact[] {
  const customers = new Map<string, PastContact>()
  for (const { ticket, says, people } of whole)
    for (const key of [ticket.requester, ...says.map(({ author }) => author)]) {
      const person = people.get(key)
      if (!person || customers.has(key) || person.agent || ours.has(person.email)) continue
      const { name, email, phone } = person
      const identities = [
        ...(email ? [{ kind: "email" as const, network: "", value: email }] : []),
        ...(phone ? [{ kind: "phone" as const, network: "", value: phone }] : []),
      ]
      customers.set(key, { key, name, identities, createdAt: new Date(ticket.at) })
    }
  return [...customers.values()]
}
