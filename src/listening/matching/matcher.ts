import type { Query } from "../language/ast.ts"
import type { Text } from "../text/text.ts"
import { compile } from "./compile.ts"
import { holds } from "./evaluate.ts"
import { Ints } from "./ints.ts"
import { Planner } from "./plan.ts"
import { Postings } from "./postings.ts"
import { eachTerm } from "./program.ts"
import { Programs } from "./programs.ts"
import { Reading } from "./reading.ts"
import { Replanning } from "./replanning.ts"
import { Vocabulary } from "./vocabulary.ts"

/**
 * Stored queries against texts that come: which of them does this text satisfy? Each query lies with its rarest terms; a text is read
 * once, the queries that lie with its terms are candidates, and only those are evaluated. The answer is exactly that of evaluating all
 * of them. Queries come, change and go at any time.
 *
 * Nothing here knows a database, a clock or a platform.
 */
export class Matcher {
  readonly #vocabulary = new Vocabulary()
  readonly #reading = new Reading(this.#vocabulary)
  readonly #planner = new Planner(this.#vocabulary)
  readonly #programs = new Programs()
  readonly #postings = new Postings()
  readonly #replanning = new Replanning(this.#vocabulary, this.#planner, this.#programs, this.#postings)
  /** Queries that no term announces: each text is tried against them. */
  readonly #always = new Set<number>()
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []
  readonly #free: number[] = []
  /** The text for which a query was last a candidate. */
  readonly #tried = new Ints()
  #texts = 0

  get size(): number {
    return this.#numbers.size
  }

  /** Takes a query under this name, in place of the one that had it. */
  put(name: string, query: Query): void {
    this.drop(name)
    const number = this.#free.pop() ?? this.#names.length
    this.#names[number] = name
    this.#numbers.set(name, number)
    this.#tried.set(number, 0)
    this.#programs.add(number, compile(query, this.#vocabulary))
    if (!this.#replanning.place(number)) this.#always.add(number)
  }

  /** Forgets a query; whether there was one. */
  drop(name: string): boolean {
    const number = this.#numbers.get(name)
    if (number === undefined) return false
    this.#postings.remove(number)
    this.#always.delete(number)
    eachTerm(this.#programs.row, this.#programs.startOf(number), (term) => this.#vocabulary.release(term))
    this.#programs.remove(number)
    this.#numbers.delete(name)
    this.#names[number] = ""
    this.#free.push(number)
    return true
  }

  /** The names of the queries that this text satisfies, in the order in which they were put. */
  match(text: Text): string[] {
    this.#reading.read(text)
    this.#texts = (this.#texts + 1) | 0
    const found: number[] = []
    const { present, presentCount } = this.#reading
    const tried = this.#tried.row
    for (let n = 0; n < presentCount; n++) {
      for (let link = this.#postings.firstOf(present[n]!); link >= 0; link = this.#postings.after(link)) {
        const guard = this.#postings.guardAt(link)
        if (guard >= 0 && !this.#reading.has(guard)) continue
        const query = this.#postings.queryAt(link)
        if (tried[query] === this.#texts) continue
        tried[query] = this.#texts
        if (this.#holds(query)) found.push(query)
      }
    }
    for (const query of this.#always) if (this.#holds(query)) found.push(query)
    this.#replanning.afterText()
    return this.#named(found)
  }

  /** The same answer, found by evaluating every query: the reference. */
  matchBrute(text: Text): string[] {
    this.#reading.read(text)
    const found: number[] = []
    for (const query of this.#numbers.values()) if (this.#holds(query)) found.push(query)
    return this.#named(found)
  }

  #holds(query: number): boolean {
    return holds(this.#programs.row, this.#programs.startOf(query), this.#reading, this.#vocabulary)
  }

  #named(found: number[]): string[] {
    return found.sort((a, b) => a - b).map((query) => this.#names[query]!)
  }
}
