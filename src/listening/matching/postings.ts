import { Ints } from "./ints.ts"

const END = -1

/** For each term the queries that are found by it, as chains in rows of numbers: cheap to add to, and to take from. */
export class Postings {
  /** By term: its first link, and how many there are. */
  readonly #first = new Ints(64, END)
  readonly #lengths = new Ints()
  /** By query: its first link. */
  readonly #own = new Ints(64, END)
  /** By link. */
  readonly #query = new Ints()
  readonly #guard = new Ints()
  readonly #term = new Ints()
  readonly #next = new Ints()
  readonly #previous = new Ints()
  readonly #sibling = new Ints()
  #links = 0
  #free = END

  /** Lays a query with a term; `guard` is a term that must be there too, or -1. */
  add(term: number, query: number, guard: number): void {
    const link = this.#takeLink()
    this.#first.reach(term)
    this.#own.reach(query)
    const follower = this.#first.row[term]!
    this.#query.set(link, query)
    this.#guard.set(link, guard)
    this.#term.set(link, term)
    this.#next.set(link, follower)
    this.#previous.set(link, END)
    this.#sibling.set(link, this.#own.row[query]!)
    if (follower !== END) this.#previous.row[follower] = link
    this.#first.row[term] = link
    this.#own.row[query] = link
    this.#lengths.reach(term)
    this.#lengths.row[term]!++
  }

  /** Takes a query out of all its chains. */
  remove(query: number): void {
    this.#own.reach(query)
    for (let link = this.#own.row[query]!; link !== END;) {
      const [next, previous, sibling] = [this.#next.row[link]!, this.#previous.row[link]!, this.#sibling.row[link]!]
      const term = this.#term.row[link]!
      if (next !== END) this.#previous.row[next] = previous
      if (previous === END) this.#first.row[term] = next
      else this.#next.row[previous] = next
      this.#lengths.row[term]!--
      this.#next.row[link] = this.#free
      this.#free = link
      link = sibling
    }
    this.#own.row[query] = END
  }

  /** The terms by which a query is found. */
  termsOf(query: number): number[] {
    const terms: number[] = []
    for (let link = this.#own.row[query] ?? END; link !== END; link = this.#sibling.row[link]!) terms.push(this.#term.row[link]!)
    return terms
  }

  /** How many queries are found by this term. */
  lengthOf(term: number): number {
    return this.#lengths.row[term] ?? 0
  }

  /** The first link of a term, for `after` and `queryAt`; negative when there is none. */
  firstOf(term: number): number {
    return this.#first.row[term] ?? END
  }

  after(link: number): number {
    return this.#next.row[link]!
  }

  queryAt(link: number): number {
    return this.#query.row[link]!
  }

  guardAt(link: number): number {
    return this.#guard.row[link]!
  }

  #takeLink(): number {
    if (this.#free === END) return this.#links++
    const link = this.#free
    this.#free = this.#next.row[link]!
    return link
  }
}
