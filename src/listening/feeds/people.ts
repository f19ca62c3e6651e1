import type { FeedPerson } from "./feed.ts"
import { child, children, ownText, textOf, type XmlNode } from "./xml/node.ts"

const EMAIL = /[^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,190}/

/** The people that elements of these names tell of, each once. */
export function peopleIn(node: XmlNode, names: readonly string[], resolve: Resolve): FeedPerson[] {
  const people = names.flatMap((name) => children(node, name)).flatMap((each) => personOf(each, resolve) ?? [])
  const known = new Set<string>()
  return people.filter((person) => {
    const key = `${person.name} ${person.email} ${person.name || person.email ? "" : person.url}`
    return known.has(key) ? false : known.add(key)
  })
}

export type Resolve = (address: string, base: string | null) => string | null

/** A person as Atom writes them, in elements, or as RSS does: `name (mail)`, `mail (name)`, `name <mail>`. */
export function personOf(node: XmlNode, resolve: Resolve): FeedPerson | null {
  const url = textOf(child(node, "uri", "url", "homepage", "foaf:homepage"))
  const written = readPerson(ownText(node) || textOf(child(node, "name", "itunes:name", "rdf:description")))
  const email = textOf(child(node, "email", "itunes:email"))
  const person = { name: written.name, email: email || written.email, url: url ? resolve(url, node.base) : null }
  return person.name || person.email || person.url ? person : null
}

function readPerson(written: string): Omit<FeedPerson, "url"> {
  const text = written.slice(0, 1_000)
  const email = EMAIL.exec(text)?.[0].replace(/^mailto:/i, "") ?? null
  const name = (email ? text.replace(email, "") : text)
    .replace(/mailto:/i, "")
    .replace(/<\s*>|\(\s*\)/g, "")
    .trim()
    .replace(/^\((.*)\)$/s, "$1")
    .replace(/^["<]+|[">,;]+$/g, "")
    .trim()
  return { name: name || null, email }
}
