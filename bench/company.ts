import type pg from "pg"
import { Copy } from "./copy.ts"
import type { Random } from "./random.ts"
import { person } from "./vocabulary.ts"

export interface Person {
  id: string
  name: string
  address: string
  /** Pieces of name and address, as search marks them. */
  marks: string[]
}

/** Who works there, through which doors customers come in, and the customers. */
export interface Company {
  agents: Person[]
  teams: string[]
  /** The first has a third of all cases, the twelfth the fewest. */
  inboxes: Person[]
  contacts: Person[]
  tags: string[]
}

const DOORS = "care orders billing returns delivery press business careers privacy warranty lost vip".split(" ")
const TAGS = "refund delay damaged vip legal urgent gift fraud press test duplicate rare".split(" ")

export async function makeCompany(
  client: pg.Client,
  folder: string,
  random: Random,
  size: { contacts: number; now: number },
): Promise<Company> {
  const { now } = size
  const at = new Date(now - 8e10).toISOString()
  const make = (name: string, address: string): Person => ({
    id: random.id(now - 8e10),
    name,
    address,
    marks: pieces(`${name} ${address}`),
  })
  const agents = Array.from({ length: 40 }, (_, n) => {
    const { name } = person(random, n)
    return make(name, `agent${n}@shop.example`)
  })
  const company = {
    agents,
    teams: Array.from({ length: 6 }, () => random.id(now - 8e10)),
    inboxes: DOORS.map((door) => make(door, `${door}@shop.example`)),
    contacts: Array.from({ length: size.contacts }, (_, n) => {
      const { name, address } = person(random, n)
      return make(name, address)
    }),
    tags: TAGS,
  }
  for (const { id, name, address } of agents) {
    await client.query("insert into agents (id, email, name, role, every_inbox, created_at) values ($1, $2, $3, 'agent', true, $4)", [
      id,
      address,
      name,
      at,
    ])
  }
  for (const [n, id] of company.teams.entries())
    await client.query("insert into teams (id, name, created_at) values ($1, $2, $3)", [id, `Team ${n}`, at])
  for (const { id, name, address } of company.inboxes) {
    await client.query("insert into inboxes (id, name, address, created_at) values ($1, $2, $3, $4)", [id, name, address, at])
  }
  const contacts = new Copy(folder, "contacts (id, name, created_at, updated_at)")
  const identities = new Copy(folder, "identities (id, contact_id, kind, value, normal, source, created_at)")
  const found = new Copy(folder, "search_contacts (id, name, plain, words)")
  for (const { id, name, address, marks } of company.contacts) {
    contacts.add(id, name, at, at)
    identities.add(random.id(now - 8e10), id, "email", address, address, "mail", at)
    found.add(id, name, marks.join(" "), [...new Set(marks)].map((mark) => `'${mark}'`).join(" "))
  }
  for (const copy of [contacts, identities, found]) await copy.send(client)
  for (const tag of TAGS) await client.query("insert into tags (name, created_at) values ($1, $2)", [tag, at])
  return company
}

const pieces = (text: string): string[] => [
  ...new Set(
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  ),
]
