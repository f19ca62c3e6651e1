/** What fills the gaps of a sentence. */
export type Values = Readonly<Record<string, string | number>>

/** What is wrong with one field: its path ("hours.0.from") and the key of the sentence that says what would be right. */
export interface FieldProblem {
  path: string
  key: string
  values?: Values
  /** Where in a text, in UTF-16 units; the end is the place after it. */
  at?: { start: number; end: number }
}

/**
 * A refusal that a person will read. It carries the key of its sentence and what fills the gaps; prose appears at the edge, in the
 * reader's language (RFC 9457 over HTTP, a line on the command line).
 */
export abstract class Problem extends Error {
  abstract readonly status: number
  readonly key: string
  readonly values: Values
  readonly fields: readonly FieldProblem[]

  constructor(key: string, values: Values = {}, fields: readonly FieldProblem[] = []) {
    super(key)
    this.key = key
    this.values = values
    this.fields = fields
  }
}

/** The request can't be understood, or says something impossible (422 with fields, as RFC 9110 §15.5.21). */
export class Invalid extends Problem {
  override readonly name = "Invalid"
  readonly status = 422
}

/** Nobody is signed in, or the proof is wrong or too old. */
export class Unauthenticated extends Problem {
  override readonly name = "Unauthenticated"
  readonly status = 401
}

/** Known, but not allowed. */
export class Forbidden extends Problem {
  override readonly name = "Forbidden"
  readonly status = 403
}

/** Not there, or not for this actor to know of. */
export class NotFound extends Problem {
  override readonly name = "NotFound"
  readonly status = 404
}

/** The thing has changed meanwhile, or already is as asked in a way that excludes it. */
export class Conflict extends Problem {
  override readonly name = "Conflict"
  readonly status = 409
}

/** More than the stated limit of bytes. */
export class TooLarge extends Problem {
  override readonly name = "TooLarge"
  readonly status = 413
}

/** Too many tries. `retryAfter` in seconds. */
export class TooMany extends Problem {
  override readonly name = "TooMany"
  readonly status = 429
  readonly retryAfter: number

  constructor(key: string, retryAfter: number, values: Values = {}) {
    super(key, { ...values, seconds: retryAfter })
    this.retryAfter = retryAfter
  }
}

/** Our own fault, and passing: disk, database, relay. */
export class Unavailable extends Problem {
  override readonly name = "Unavailable"
  readonly status = 503
}
