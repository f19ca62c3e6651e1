import type pg from "pg"
import { DAY, MINUTE } from "#platform"
import type { Company } from "./company.ts"
import { array, Copy } from "./copy.ts"
import type { MadeCase } from "./fill-cases.ts"
import type { Random } from "./random.ts"
import type { Tongue, Vocabulary } from "./vocabulary.ts"

const CHUNK = 50_000

interface Saying {
  clients: readonly pg.Client[]
  shared: string
  random: Random
  words: Record<Tongue, Vocabulary>
  company: Company
  made: MadeCase[]
  messages: number
  now: number
  progress: (text: string) => void
}

/** All messages in the order of time, as they would have come. */
export async function sayEverything(saying: Saying): Promise<void> {
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

const STAGING =
  "staging (id, conversation_id, case_id, inbox_id, direction, contact_id, agent_id, from_name, from_address, to_name, to_address, subject, text, file, tongue, marks, spans, at)"

function addMessage({ random, words, company }: Saying, copy: Copy, made: MadeCase, time: number, counted: Map<string, number>): void {
  const first = made.lastWords === ""
  const out = !first && random.chance(0.45)
  const short = random.chance(0.12)
  const text = words[made.tongue].say(short ? 4 + random.below(8) : 25 + random.below(90))
  const inbox = company.inboxes[made.inbox]!
  const agent = company.agents[Math.max(made.agent, 0)]!
  const [from, to] = out
    ? [{ name: agent.name, address: inbox.address, marks: inbox.marks }, made.contact]
    : [made.contact, { ...inbox, name: inbox.name }]
  const file = random.chance(0.12) ? `${words[made.tongue].say(1)}-${2020 + random.below(7)}-${random.below(10_000)}.pdf` : null
  const marks = [...from.marks.map((mark) => `from ${mark}`), ...to.marks.map((mark) => `to ${mark}`), ...(file ? ["has attachment"] : [])]
  copy.add(
    random.id(time),
    made.conversation,
    made.id,
    inbox.id,
    out ? "out" : "in",
    made.contact.id,
    out ? agent.id : null,
    from.name,
    from.address,
    to.name,
    to.address,
    first ? made.subject : `Re: ${made.subject}`,
    text,
    file,
    short ? "both" : made.tongue,
    array([...new Set(marks)]),
    array(spansOf(time)),
    new Date(time).toISOString(),
  )
  if (random.chance(1 / 16))
    for (const word of new Set(plain(`${made.subject} ${text} ${from.name} ${to.name}`))) counted.set(word, (counted.get(word) ?? 0) + 1)
  made.lastAt = time
  made.lastWords = text.slice(0, 120)
  made.outLast = out
}

/** As src/cases/search/spans.ts numbers them. */
const spansOf = (time: number): string[] =>
  [6, 9, 12, 15, 18, 21].map((length) => String(length * 2 ** 24 + Math.floor(time / MINUTE / 2 ** length)))

const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3)

/** One chunk, from its file to the tables it belongs to. */
async function take(client: pg.Client, copy: Copy): Promise<void> {
  await client.query(`create temp table if not exists staging (id uuid, conversation_id uuid, case_id uuid, inbox_id uuid, direction text, contact_id uuid, agent_id uuid,
    from_name text, from_address text, to_name text, to_address text, subject text, text text, file text, tongue text, marks text[], spans int[], at timestamptz)`)
  await client.query("truncate staging")
  await copy.send(client)
  await client.query(`insert into messages (id, conversation_id, direction, channel, message_id, content_key, from_name, from_address, to_list, contact_id, agent_id, subject,
      text, new_text, identity, original, size, sent_at, received_at)
    select id, conversation_id, direction, 'mail', '<' || id || '@bench.example>', md5(id::text), from_name, from_address,
      jsonb_build_array(jsonb_build_object('name', to_name, 'address', to_address)), contact_id, agent_id, subject,
      text, text, case direction when 'in' then 'verified' else 'unverified' end, md5(id::text) || md5(id::text), length(text), at, at from staging`)
  await client.query(`insert into attachments (id, message_id, position, name, type, size, sha256)
    select gen_random_uuid(), id, 0, file, 'application/pdf', 48213, md5(file) || md5(file) from staging where file is not null`)
  for (const [tongue, stemmers] of [
    ["fr", ["vigie_fr"]],
    ["en", ["vigie_en"]],
    ["both", ["vigie_fr", "vigie_en"]],
  ] as const) {
    const weighed = stemmers.flatMap((stemmer) => [
      `setweight(to_tsvector('${stemmer}', subject || ' ' || from_name || ' ' || translate(from_address, '.@', '  ')), 'A')`,
      `setweight(to_tsvector('${stemmer}', text), 'B')`,
      `setweight(to_tsvector('${stemmer}', to_name || ' ' || translate(to_address, '.@', '  ') || ' ' || coalesce(translate(file, '.-', '  '), '')), 'C')`,
    ])
    await client.query(`insert into search_entries (id, kind, case_id, conversation_id, inbox_ids, spans, at, subject, words)
      select id, 'message', case_id, conversation_id, array[inbox_id], spans, at, subject, ${weighed.join(" || ")} || array_to_tsvector(marks) from staging where tongue = '${tongue}'`)
  }
}
