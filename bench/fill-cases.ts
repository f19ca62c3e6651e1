import type pg from "pg"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Company, Person } from "./company.ts"
import { array, Copy } from "./copy.ts"
import { type Random, Ranks } from "./random.ts"
import type { Tongue, Vocabulary } from "./vocabulary.ts"

export interface MadeCase {
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

export function planCases(random: Random, company: Company, words: Record<Tongue, Vocabulary>, count: number, now: number): MadeCase[] {
  const inboxes = new Ranks(company.inboxes.length, 0)
  const people = new Ranks(company.contacts.length, 2000)
  const made: MadeCase[] = []
  for (let i = 0; i < count; i++) {
    const createdAt = now - (1 - Math.sqrt(random.next())) * 730 * DAY - MINUTE
    const tongue = random.chance(0.6) ? "fr" : "en"
    made.push({
      id: random.id(createdAt),
      conversation: random.id(createdAt),
      tongue,
      contact: company.contacts[people.draw(random)]!,
      inbox: inboxes.draw(random),
      agent: random.chance(0.85) ? random.below(company.agents.length) : -1,
      subject: words[tongue].say(3 + random.below(5)),
      createdAt,
      lastAt: createdAt,
      lastWords: "",
      outLast: false,
    })
  }
  return made.sort((a, b) => a.createdAt - b.createdAt)
}

/** Each tenth case is alive, the younger the likelier; the rest was resolved, but for what was never meant for us. */
function categoryOf(random: Random, made: MadeCase, now: number): string {
  if (random.chance(0.03)) return "spam"
  const age = (now - made.lastAt) / DAY
  if (!random.chance(0.05 + 0.9 * Math.exp(-age / 40))) return "resolved"
  if (random.chance(0.1)) return "snoozed"
  return made.outLast ? "waiting" : made.agent < 0 ? "new" : "open"
}

export async function fileCases(
  client: pg.Client,
  shared: string,
  random: Random,
  company: Company,
  made: readonly MadeCase[],
  now: number,
): Promise<void> {
  const statuses = await client.query<{ id: string; category: string }>("select id, category from statuses where standard")
  const statusOf = new Map(statuses.rows.map(({ id, category }) => [category, id]))
  const cases = new Copy(
    shared,
    `cases (id, subject, status_id, category, owner_id, team_id, contact_id, inbox_ids, tags, followers, waiting_since, next_due, last_words,
    last_direction, last_at, created_at, resolved_at)`,
  )
  const conversations = new Copy(shared, "conversations (id, channel, inbox_ids, subject, case_id, created_at, last_message_at)")
  const filed = new Copy(shared, "case_conversations (conversation_id, case_id, inbox_ids, last_words, last_direction, last_at)")
  const participants = new Copy(shared, "participants (conversation_id, address, contact_id, because, since)")
  const promises = new Copy(shared, "promises (id, case_id, text, due_at, made_by, made_at, kept_at, settled_by)")
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
      one.id,
      one.subject,
      statusOf.get(category)!,
      category,
      one.agent < 0 ? null : company.agents[one.agent]!.id,
      team,
      one.contact.id,
      inboxes,
      array(tags),
      array(followers),
      waits ? iso(one.lastAt) : null,
      waits ? iso(one.lastAt + 4 * HOUR) : null,
      one.lastWords,
      one.outLast ? "out" : "in",
      iso(one.lastAt),
      iso(one.createdAt),
      category === "resolved" ? iso(one.lastAt + HOUR) : null,
    )
    conversations.add(one.conversation, "mail", inboxes, one.subject, one.id, iso(one.createdAt), iso(one.lastAt))
    filed.add(one.conversation, one.id, inboxes, one.lastWords, one.outLast ? "out" : "in", iso(one.lastAt))
    participants.add(one.conversation, one.contact.address, one.contact.id, "wrote", iso(one.createdAt))
    // People keep so many promises in mind, however many cases there are.
    if (random.chance(alive ? 2500 / made.length : 0.1)) {
      const by = `agent:${random.of(company.agents).id}`
      promises.add(
        random.id(one.lastAt),
        one.id,
        "Rappeler le client",
        iso(one.lastAt + random.below(10) * DAY),
        by,
        iso(one.lastAt),
        alive ? null : iso(one.lastAt + DAY),
        alive ? null : by,
      )
    }
  }
  for (const copy of [cases, conversations, filed, participants, promises]) await copy.send(client)
}
