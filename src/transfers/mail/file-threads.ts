import { addToCases, fileCases, type PastCase } from "#cases"
import { fileContacts, type PastContact } from "#contacts"
import { contentHere, conversationsNaming, type Incoming, type PastMessage } from "#conversations"
import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Run, Skip } from "../run.ts"
import type { ArchiveSettings } from "../settings.ts"
import { caseOfThread } from "./case-of-thread.ts"
import type { FoundMail, ReadPastMail } from "./mail-source.types.ts"
import { type Ours, writerOf } from "./ours.ts"

/** So many mails are read and filed together. */
const TOGETHER = 150
const AT_ONCE = 4

export interface StagedMail extends Pick<FoundMail, "file" | "offset" | "length" | "masked"> {
  place: number
  thread: string
  at: Date
}

export interface ReadStaged extends StagedMail {
  mail: Incoming
}

interface Parts {
  read: ReadPastMail
  bytesOf: (mail: StagedMail) => Promise<Buffer>
  ours: Ours
}

/** Second pass: threads in the order of their first mail, some at a time, each read whole and filed as a case. */
export async function fileThreads(run: Run, settings: ArchiveSettings, parts: Parts): Promise<void> {
  for (;;) {
    const threads = await nextThreads(run)
    if (threads.length === 0) return
    const staged = await mailsOf(
      run,
      threads.map(({ key }) => key),
    )
    const skips: Skip[] = []
    const read = await readAll(run, staged, settings, parts, skips)
    const last = threads.at(-1)!
    await run.step(async (tx) => {
      const filed = await file(tx, run, read, settings, parts.ours, skips)
      return {
        done: staged.length,
        place: { at: last.at.toISOString(), key: last.key },
        current: read.at(-1)?.mail.subject ?? "",
        counts: filed,
        skips,
      }
    })
  }
}

interface Thread {
  key: string
  at: Date
  mails: number
}

async function nextThreads(run: Run): Promise<Thread[]> {
  const after =
    run.place["at"] === undefined ? sql`` : sql`and (at, place) > (${run.place["at"]}::timestamptz, ${Number(run.place["key"])})`
  const found = await sql<Thread>`
    select key, at, (body)::int as mails from transfer_items
     where transfer_id = ${run.id} and kind = 'thread' ${after} order by at, place limit ${TOGETHER}`.execute(run.db.read.sql)
  let mails = 0
  const fit = found.rows.findIndex((thread) => (mails += thread.mails) > TOGETHER)
  return fit < 0 ? found.rows : found.rows.slice(0, Math.max(1, fit))
}

async function mailsOf(run: Run, threads: readonly string[]): Promise<StagedMail[]> {
  const found = await sql<{ place: number; parent: string; at: Date; body: Omit<StagedMail, "place" | "thread" | "at"> }>`
    select place, parent, at, body from transfer_items
     where transfer_id = ${run.id} and kind = 'mail' and parent = any(${[...threads]}::text[]) order by at, place`.execute(run.db.read.sql)
  return found.rows.map(({ place, parent, at, body }) => ({ place, thread: parent, at, ...body }))
}

async function readAll(
  run: Run,
  staged: readonly StagedMail[],
  { inboxId }: ArchiveSettings,
  parts: Parts,
  skips: Skip[],
): Promise<ReadStaged[]> {
  const read: ReadStaged[] = []
  const waiting = [...staged]
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      try {
        const bytes = await parts.bytesOf(one)
        if (bytes.length === 0) skips.push({ place: one.place, item: one.file, reason: "empty" })
        else read.push({ ...one, mail: await parts.read(bytes, { source: `${run.id}/${one.place}`, at: one.at, inboxId }) })
      } catch (error) {
        skips.push({
          place: one.place,
          item: one.file,
          reason: "unreadable",
          detail: error instanceof Error ? error.message.slice(0, 300) : "",
        })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return read.sort((a, b) => a.at.getTime() - b.at.getTime() || a.place - b.place)
}

async function file(tx: Tx, run: Run, read: readonly ReadStaged[], settings: ArchiveSettings, ours: Ours, skips: Skip[]) {
  const known = await contentHere(
    tx,
    read.flatMap(({ mail }) => mail.contentKey ?? []),
  )
  const fresh: ReadStaged[] = []
  for (const one of read) {
    const key = one.mail.contentKey
    if (key && known.has(key)) skips.push({ place: one.place, item: one.mail.messageId ?? one.mail.subject, reason: "already-here" })
    else fresh.push(one)
    if (key) known.set(key, known.get(key) ?? "")
  }
  const contacts = await fileContacts(run.actor, tx, run.id, peopleOf(fresh, ours))
  const contactOf = (address: string) => contacts.get(address.toLowerCase())?.id ?? null
  const threads = Map.groupBy(fresh, ({ thread }) => thread)
  const here = await conversationsNaming(tx, [
    ...new Set(
      fresh.flatMap(({ mail }) => [
        ...mail.references,
        ...(mail.inReplyTo ? [mail.inReplyTo] : []),
        ...(mail.messageId ? [mail.messageId] : []),
      ]),
    ),
  ])
  const cases: PastCase[] = []
  const additions: { conversationId: string; messages: PastMessage[] }[] = []
  for (const [thread, mails] of threads) {
    const past = caseOfThread(thread, mails, settings, { ours, contactOf, now: tx.now })
    const conversationId = conversationMet(thread, read, here, known)
    if (conversationId) additions.push({ conversationId, messages: [...past.conversations[0]!.messages] })
    else cases.push(past)
  }
  const filed = await fileCases(run.actor, tx, run.id, cases)
  const added = await addToCases(run.actor, tx, run.id, additions)
  const created = [...contacts.values()].filter((one) => one.created).length
  return { cases: cases.length, messages: filed.messages + added, contacts: created }
}

/** The conversation in which the rest of a thread is already. */
function conversationMet(
  thread: string,
  read: readonly ReadStaged[],
  here: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): string | null {
  for (const { mail } of read.filter((one) => one.thread === thread)) {
    const same = mail.contentKey ? known.get(mail.contentKey) : null
    if (same) return same
    for (const id of [
      ...(mail.inReplyTo ? [mail.inReplyTo] : []),
      ...mail.references.toReversed(),
      ...(mail.messageId ? [mail.messageId] : []),
    ]) {
      const found = here.get(id)
      if (found) return found
    }
  }
  return null
}

/** Everybody who wrote and isn't one of us, and those whom we wrote to. */
function peopleOf(read: readonly ReadStaged[], ours: Ours): PastContact[] {
  const people = new Map<string, PastContact>()
  for (const { mail, at } of read) {
    const writer = writerOf(mail, ours)
    for (const { name, address } of writer.side === "out" ? mail.to : mail.claimed ? [mail.claimed] : []) {
      const key = address.toLowerCase()
      if (!key.includes("@") || ours.has(address)) continue
      const known = people.get(key)
      if (!known) people.set(key, { key, suggestedName: name, identities: [{ kind: "email", network: "", value: address }], createdAt: at })
      else if (!known.suggestedName && name) known.suggestedName = name
    }
  }
  return [...people.values()]
}
