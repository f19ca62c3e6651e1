import type { Query } from "../language/ast.ts"
import type { Text } from "../text/text.ts"

/** To the thread, which does one after the other. */
export type MatcherRequest =
  | { kind: "put"; name: string; query: Query }
  | { kind: "drop"; name: string }
  | { kind: "match"; texts: readonly Text[] }

/** From the thread: for each text of a `match` the names of its queries. */
export type MatcherAnswer = string[][]
