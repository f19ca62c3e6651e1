import { Ints } from "./ints.ts"

const END = -1
/** A link is so many numbers side by side, so that walking a chain touches one place of memory for each. */
const LINK = 6
const NEXT = 0
const GUARD = 1
const QUERY = 2
const PREVIOUS = 3
const TERM = 4
const SIBLING = 5

/** For each term the queries that are found by it, as chains of links in one row of numbers: cheap to add to, and to take from. */
export class Postings {
  /** By term: its first link, and how many there are. */
  readonly #first = new Ints(64, END)
  readonly #lengths = new Ints()
  /** By query: its first link. */
  readonly #own = new Ints(64, END)
  readonly #links = new Ints(64 * LINK)
  #end = 0
  #free = END

  /** Lays a query with a term; `guard` is a term that must be there too, or -1. */
  add(term: number, query: number, guard: number): void {
    const link = this.#takeLink()
    this.#first.reach(term)
    this.#lengths.reach(term)
    this.#own.reach(query)
    const { row } = this.#links
    const follower = this.#first.row[term]!
    row[link + NEXT] = follower
    row[link + GUARD] = guard
    row[link + QUERY] = query
    row[link + PREVIOUS] = END
    row[link + TERM] = term
    row[link + SIBLING] = this.#own.row[query]!
    if (follower !== END) row[follower + PREVIOUS] = link
    this.#first.row[term] = link
    this.#own.row[query] = link
    this.#lengths.row[term]!++
  }

  /** Takes a query out of all its chains. */
  remove(query: number): void {
    const { row } = this.#links
    for (let link = this.#own.row[query] ?? END; link !== END;) {
      const [next, previous, term, sibling] = [row[link + NEXT]!, row[link + PREVIOUS]!, row[link + TERM]!, row[link + SIBLING]!]
      if (next !== END) row[next + PREVIOUS] = previous
      if (previous === END) this.#first.row[term] = next
      else row[previous + NEXT] = next
      this.#lengths.row[term]!--
      row[link + NEXT] = this.#free
      this.#free = link
      link = sibling
    }
    this.#own.set(query, END)
  }

  /** The terms by which a query is found. */
  termsOf(query: number): number[] {
    const terms: number[] = []
    const { row } = this.#links
    for (let link = this.#own.row[query] ?? END; link !== END; link = row[link + SIBLING]!) terms.push(row[link + TERM]!)
    return terms
  }

  /** How many queries are found by this term. */
  lengthOf(term: number): number {
    return this.#lengths.row[term] ?? 0
  }

  /** The first link of a term, for `after`, `queryAt` and `guardAt`; negative when there is none. */
  firstOf(term: number): number {
    return this.#first.row[term] ?? END
  }

  after(link: number): number {
    return this.#links.row[link + NEXT]!
  }

  queryAt(link: number): number {
    return this.#links.row[link + QUERY]!
  }

  guardAt(link: number): number {
    return this.#links.row[link + GUARD]!
  }

  #takeLink(): number {
    if (this.#free !== END) {
      const link = this.#free
      this.#free = this.#links.row[link + NEXT]!
      return link
    }
    const link = this.#end
    this.#end += LINK
    this.#links.reach(this.#end)
    return link
  }
}
