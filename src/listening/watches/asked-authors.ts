import type { Query } from "../language/ast.ts"

/** Whom a query asks for by what they are called, as it is written: `author:@maya.example` → `maya.example`. */
export function askedAuthors(query: Query, text: string): string[] {
  switch (query.kind) {
    case "and":
    case "or":
      return query.parts.flatMap((part) => askedAuthors(part, text))
    case "not":
      return askedAuthors(query.part, text)
    case "words":
      return query.field === "author" ? nameIn(text.slice(query.start, query.end)) : []
    default:
      return []
  }
}

/** A name of several words, or one with wildcards, is no handle. */
function nameIn(written: string): string[] {
  const name = written
    .replace(/^author:/i, "")
    .replace(/^["«“\s]+|["»”\s]+$/g, "")
    .replace(/^@/, "")
  return /^[\p{L}\p{N}._@-]+$/u.test(name) ? [name.toLowerCase()] : []
}
