import { chmod, mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { foldTally } from "#cases"
import { Database, DAY, HOUR, MINUTE } from "#platform"
import { type Company, makeCompany, type Person } from "./company.ts"
import { array, Copy } from "./copy.ts"
import { Random, Ranks } from "./random.ts"
import { type Tongue, Vocabulary } from "./vocabulary.ts"

export interface Size {
  cases: number
  messages: number
}

/** What was put in, as far as measuring has to know it. */
export interface Filled {
  company: Company
  words: Record<Tongue, Vocabulary>
}

interface MadeCase {
  id: string
  conversation: string
  tongue: Tongue
  contact: Person
  inbox: number
  agent: number
  subject: string
  createdAt: number
  lastAt: number
  lastWords: string
  outLast: boolean
}

const CHUNK = 50_000

/** Fills an empty database with two years of a company, in bulk: without indexes and triggers, which are made and fired at the end. */
export async function fill(db: Database, folder: string, { cases, messages }: Size, progress: (text: string) => void): Promise<Filled> {
  const random = new Random(cases)
  const words = { fr: new Vocabulary("fr", random), en: new Vocabulary("en", random) }
  const shared = join(folder, "copy")
  await mkdir(shared, { recursive: true })
  await chmod(shared, 0o755)
  const clients = await Promise.all([db.connect(), db.connect()])
  const [client] = clients
  try {
    for (const one of clients) await prepare(one)
    const remake = await dropIndexes(client)
    const company = await makeCompany(client, shared, random, { contacts: Math.ceil(cases * 0.7), now: db.clock.now().getTime() })
    progress(`${company.contacts.length} contacts`)
    const made = planCases(random, company, words, cases, db.clock.now().getTime())
    await sayEverything({ clients, shared, random, words, company, made, messages, now: db.clock.now().getTime(), progress })
    await fileCases(client, shared, random, company, made, db.clock.now().getTime())
    progress("cases")
    await remake(clients, progress)
    await client.query("insert into case_tally select inbox_ids, category, waiting_since is not null, owner_id is not null, null, 1 from cases")
    await client.query("insert into case_tally select inbox_ids, category, waiting_since is not null, true, owner_id, 1 from cases where owner_id is not null")
    await foldTally(db)
    await client.query("vacuum analyze")
    await client.query("checkpoint")
    return { company, words }
  } finally {
    for (const one of clients) await one.end()
    await rm(shared, { recursive: true, force: true })
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query("set session_replication_role = replica") // no trigger, no look-up of what a row refers to
  await client.query("set maintenance_work_mem = '600MB'")
  await client.query("set synchronous_commit = off") // while filling; what is measured afterwards runs with the real settings
}

/** Takes the indexes off the large tables and gives what makes them again. */
async function dropIndexes(client: pg.Client): Promise<(clients: pg.Client[], progress: (text: string) => void) => Promise<void>> {
  const tables = ["messages", "conversations", "participants", "attachments", "cases", "case_conversations", "search_entries", "search_contacts"]
  const found = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid::regclass::text = any($1) and not indisprimary and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  )
  for (const { name } of found.rows) await client.query(`drop index ${name}`)
  return async (clients, progress) => {
    const waiting = found.rows.sort((a, b) => Number(b.name === "search_entries_words") - Number(a.name === "search_entries_words"))
    const work = async (one: pg.Client) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const began = performance.now()
        await one.query(next.made)
        if (performance.now() - began > 3000) progress(`${next.name}: ${Math.round((performance.now() - began) / 1000)} s`)
      }
    }
    await Promise.all(clients.map(work))
  }
}

function planCases(random: Random, company: Company, words: Filled["words"], count: number, now: number): MadeCase[] {
  const inboxes = new Ranks(company.inboxes.length, 0)
  const people = new Ranks(company.contacts.length, 2000)
  const made: MadeCase[] = []
  for (let i = 0; i < count; i++) {
    const createdAt = now - (1 - Math.sqrt(random.next())) * 730 * DAY - MINUTE
    const tongue = random.chance(0.6) ? "fr" : "en"
    made.push({
      ...{ id: random.id(createdAt), conversation: random.id(createdAt), tongue, contact: company.contacts[people.draw(random)]! },
      ...{ inbox: inboxes.draw(random), agent: random.chance(0.85) ? random.below(company.agents.length) : -1 },
      ...{ subject: words[tongue].say(3 + random.below(5)), createdAt, lastAt: createdAt, lastWords: "", outLast: false },
    })
  }
  return made.sort((a, b) => a.createdAt - b.createdAt)
}

interface Saying {
  clients: readonly pg.Client[]
  shared: string
  random: Random
  words: Filled["words"]
  company: Company
  made: MadeCase[]
  messages: number
  now: number
  progress: (text: string) => void
}

/** All messages in the order of time, as they would have come. */
async function sayEverything(saying: Saying): Promise<void> {
  const { clients, shared, random, made, messages, now, progress } = saying
  const [which, times] = [new Uint32Array(messages), new Float64Array(messages)]
  for (let i = 0; i < messages; i++) {
    which[i] = i < made.length ? i : random.below(made.length)
    const { createdAt } = made[which[i]!]!
    const later = -Math.log(1 - random.next()) * 3 * DAY
    times[i] = i < made.length ? createdAt : createdAt + Math.min(later, random.next() * (now - createdAt))
  }
  const order = Uint32Array.from({ length: messages }, (_, i) => i).sort((a, b) => times[a]! - times[b]!)
  const counted = new Map<string, number>()
  const turns = clients.map(() => Promise.resolve())
  for (let from = 0; from < messages; from += CHUNK) {
    const copy = new Copy(shared, STAGING)
    for (const i of order.subarray(from, from + CHUNK)) addMessage(saying, copy, made[which[i]!]!, times[i]!, counted)
    const turn = (from / CHUNK) % clients.length
    await turns[turn]
    turns[turn] = take(clients[turn]!, copy)
    if ((from / CHUNK) % 4 === 3) progress(`${from + CHUNK} messages`)
  }
  await Promise.all(turns)
  const known = new Copy(shared, "search_words (word, n)")
  for (const [word, n] of counted) known.add(word, n * 16)
  await known.send(clients[0]!)
}

const STAGING = "staging (id, conversation_id, case_id, inbox_id, direction, contact_id, agent_id, from_name, from_address, to_name, to_address, subject, text, file, tongue, marks, at)"

function addMessage({ random, words, company }: Saying, copy: Copy, made: MadeCase, time: number, counted: Map<string, number>): void {
  const first = made.lastWords === ""
  const out = !first && random.chance(0.45)
  const short = random.chance(0.12)
  const text = words[made.tongue].say(short ? 4 + random.below(8) : 25 + random.below(90))
  const inbox = company.inboxes[made.inbox]!
  const agent = company.agents[Math.max(made.agent, 0)]!
  const [from, to] = out ? [{ name: agent.name, address: inbox.address, marks: inbox.marks }, made.contact] : [made.contact, { ...inbox, name: inbox.name }]
  const file = random.chance(0.12) ? `${words[made.tongue].say(1)}-${2020 + random.below(7)}-${random.below(10_000)}.pdf` : null
  const marks = [...from.marks.map((mark) => `from ${mark}`), ...to.marks.map((mark) => `to ${mark}`), ...(file ? ["has attachment"] : [])]
  const minute = Math.floor(time / MINUTE)
  for (const span of [6, 9, 12, 15, 18, 21]) marks.push(`t${span} ${Math.floor(minute / 2 ** span)}`)
  marks.push(`in ${inbox.id}`)
  copy.add(
    ...[random.id(time), made.conversation, made.id, inbox.id, out ? "out" : "in", made.contact.id, out ? agent.id : null, from.name, from.address],
    ...[to.name, to.address, first ? made.subject : `Re: ${made.subject}`, text, file, short ? "both" : made.tongue, array([...new Set(marks)])],
    new Date(time).toISOString(),
  )
  if (random.chance(1 / 16)) for (const word of new Set(plain(`${made.subject} ${text} ${from.name} ${to.name}`))) counted.set(word, (counted.get(word) ?? 0) + 1)
  made.lastAt = time
  made.lastWords = text.slice(0, 120)
  made.outLast = out
}

const plain = (text: string): string[] =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").split(/[^\p{L}]+/u).filter((word) => word.length >= 3)

/** One chunk, from its file to the tables it belongs to. */
async function take(client: pg.Client, copy: Copy): Promise<void> {
  await client.query(`create temp table if not exists staging (id uuid, conversation_id uuid, case_id uuid, inbox_id uuid, direction text, contact_id uuid, agent_id uuid,
    from_name text, from_address text, to_name text, to_address text, subject text, text text, file text, tongue text, marks text[], at timestamptz)`)
  await client.query("truncate staging")
  await copy.send(client)
  await client.query(`insert into messages (id, conversation_id, direction, channel, message_id, content_key, from_name, from_address, to_list, contact_id, agent_id, subject,
      text, new_text, identity, original, size, sent_at, received_at)
    select id, conversation_id, direction, 'mail', '<' || id || '@bench.example>', md5(id::text), from_name, from_address,
      jsonb_build_array(jsonb_build_object('name', to_name, 'address', to_address)), contact_id, agent_id, subject,
      text, text, case direction when 'in' then 'verified' else 'unverified' end, md5(id::text) || md5(id::text), length(text), at, at from staging`)
  await client.query(`insert into attachments (id, message_id, position, name, type, size, sha256)
    select gen_random_uuid(), id, 0, file, 'application/pdf', 48213, md5(file) || md5(file) from staging where file is not null`)
  for (const [tongue, stemmers] of [["fr", ["vigie_fr"]], ["en", ["vigie_en"]], ["both", ["vigie_fr", "vigie_en"]]] as const) {
    const weighed = stemmers.flatMap((stemmer) => [
      `setweight(to_tsvector('${stemmer}', subject || ' ' || from_name || ' ' || translate(from_address, '.@', '  ')), 'A')`,
      `setweight(to_tsvector('${stemmer}', text), 'B')`,
      `setweight(to_tsvector('${stemmer}', to_name || ' ' || translate(to_address, '.@', '  ') || ' ' || coalesce(translate(file, '.-', '  '), '')), 'C')`,
    ])
    await client.query(`insert into search_entries (id, kind, case_id, conversation_id, inbox_ids, at, subject, words)
      select id, 'message', case_id, conversation_id, array[inbox_id], at, subject, ${weighed.join(" || ")} || array_to_tsvector(marks) from staging where tongue = '${tongue}'`)
  }
}

/** Each tenth case is alive, the younger the likelier; the rest was resolved, but for what was never meant for us. */
function categoryOf(random: Random, made: MadeCase, now: number): string {
  if (random.chance(0.03)) return "spam"
  const age = (now - made.lastAt) / DAY
  if (!random.chance(0.05 + 0.9 * Math.exp(-age / 40))) return "resolved"
  if (random.chance(0.1)) return "snoozed"
  return made.outLast ? "waiting" : made.agent < 0 ? "new" : "open"
}

async function fileCases(client: pg.Client, shared: string, random: Random, company: Company, made: readonly MadeCase[], now: number): Promise<void> {
  const statuses = await client.query<{ id: string; category: string }>("select id, category from statuses where standard")
  const statusOf = new Map(statuses.rows.map(({ id, category }) => [category, id]))
  const cases = new Copy(shared, `cases (id, subject, status_id, category, owner_id, team_id, contact_id, inbox_ids, tags, followers, waiting_since, next_due, last_words,
    last_direction, last_at, created_at, resolved_at)`)
  const conversations = new Copy(shared, "conversations (id, channel, inbox_ids, subject, case_id, created_at, last_message_at)")
  const filed = new Copy(shared, "case_conversations (conversation_id, case_id, inbox_ids, last_words, last_direction, last_at)")
  const participants = new Copy(shared, "participants (conversation_id, address, contact_id, because, since)")
  const promises = new Copy(shared, "promises (id, case_id, text, due_at, made_by, made_at, kept_at)")
  for (const one of made) {
    const category = categoryOf(random, one, now)
    const alive = !["resolved", "spam"].includes(category)
    const waits = alive && !one.outLast && category !== "snoozed"
    const inboxes = array([company.inboxes[one.inbox]!.id])
    const iso = (at: number) => new Date(at).toISOString()
    const tags = company.tags.filter((_, n) => random.chance(0.3 / (n + 1)))
    const followers = random.chance(0.03) ? [random.of(company.agents).id] : []
    const team = company.teams[one.inbox % company.teams.length]!
    cases.add(
      ...[one.id, one.subject, statusOf.get(category)!, category, one.agent < 0 ? null : company.agents[one.agent]!.id, team, one.contact.id, inboxes, array(tags), array(followers)],
      ...[waits ? iso(one.lastAt) : null, waits ? iso(one.lastAt + 4 * HOUR) : null, one.lastWords, one.outLast ? "out" : "in", iso(one.lastAt), iso(one.createdAt)],
      category === "resolved" ? iso(one.lastAt + HOUR) : null,
    )
    conversations.add(one.conversation, "mail", inboxes, one.subject, one.id, iso(one.createdAt), iso(one.lastAt))
    filed.add(one.conversation, one.id, inboxes, one.lastWords, one.outLast ? "out" : "in", iso(one.lastAt))
    participants.add(one.conversation, one.contact.address, one.contact.id, "wrote", iso(one.createdAt))
    // People keep so many promises in mind, however many cases there are.
    if (random.chance(alive ? 2500 / made.length : 0.1)) {
      promises.add(random.id(one.lastAt), one.id, "Rappeler le client", iso(one.lastAt + random.below(10) * DAY), "agent:bench", iso(one.lastAt), alive ? null : iso(one.lastAt + DAY))
    }
  }
  for (const copy of [cases, conversations, filed, participants, promises]) await copy.send(client)
}
