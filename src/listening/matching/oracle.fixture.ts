import type { Leaf, Query } from "../language/ast.ts"
import { valueOf } from "../language/leaves.ts"
import { hostOf, wordsOfAddress } from "../text/links.ts"
import type { Text } from "../text/text.ts"
import { Tokens } from "../text/tokens.ts"
import { exactly } from "./exact.ts"

/** A word of a stretch of text: its names, and how it is written from there on. */
interface Word {
  names: string[]
  from: (lead: number) => string
}

type Spot = [zone: number, start: number, end: number]

/** Whether a text satisfies a query, by the shortest way of saying so: the matcher is measured against it. */
export function satisfies(query: Query, text: Text): boolean {
  if (query.kind === "and") return query.parts.every((part) => satisfies(part, text))
  if (query.kind === "or") return query.parts.some((part) => satisfies(part, text))
  if (query.kind === "not") return !satisfies(query.part, text)
  if (query.kind === "value") return valuesOf(query.field, text).some((value) => glob(query.value).test(value))
  if (query.kind === "range") {
    const value = text[query.field] ?? null
    if (value === null) return false
    return (query.minOpen ? value > query.min : value >= query.min) && (query.maxOpen ? value < query.max : value <= query.max)
  }
  return spots(query, text).length > 0
}

function spots(query: Query, text: Text): Spot[] {
  if (query.kind === "or") return query.parts.flatMap((part) => spots(part, text))
  if (query.kind !== "near") return leafSpots(query as Leaf, text)
  const found: Spot[] = []
  for (const [zone, start, end] of spots(query.left, text))
    for (const [other, from, to] of spots(query.right, text)) {
      if (zone !== other) continue
      if (from > end && from - end - 1 <= query.distance) found.push([zone, start, to])
      else if (!query.ordered && to < start && start - to - 1 <= query.distance) found.push([zone, from, end])
    }
  return found
}

function leafSpots(leaf: Leaf, text: Text): Spot[] {
  const found: Spot[] = []
  for (const [zone, words] of zonesOf(leaf, text).entries()) {
    if (leaf.kind === "words") {
      for (let n = 0; n + leaf.words.length <= words.length; n++)
        if (leaf.words.every((word, k) => word === "*" || words[n + k]!.names.some((name) => isNamed(word, name))))
          found.push([zone, n, n + leaf.words.length - 1])
    } else if (leaf.kind === "raw") {
      const tokens = new Tokens().read(exactly(leaf.text))
      for (let n = 0; n + tokens.count <= words.length; n++) {
        const same = tokens.words.slice(0, tokens.count).every((word, k) => words[n + k]!.names[0] === word)
        if (same && words[n]!.from(tokens.starts[0]!).startsWith(exactly(leaf.text))) found.push([zone, n, n + tokens.count - 1])
      }
    }
  }
  return found
}

/** A wildcard doesn't stand for the sign of a word. */
function isNamed(word: string, name: string): boolean {
  if (!/[*?]/.test(word)) return word === name
  const [sign, own] = [/^[#@]/.exec(word)?.[0], /^[#@](?=.)/.exec(name)?.[0]]
  return sign === own && !/[+#]$/.test(name) && glob(word).test(name)
}

function zonesOf(leaf: Leaf, text: Text): Word[][] {
  if (leaf.kind === "words" && leaf.field === "author") return [wordsOf(text.author ?? "", false)]
  if (leaf.kind === "words" && leaf.field === "url") {
    const links = new Tokens().read(text.text).links
    const own = text.title ? new Tokens().read(text.title).links : []
    return [text.url ?? "", ...own, ...links].map((url) => wordsOf(wordsOfAddress(url), false))
  }
  if (leaf.kind === "words" && leaf.field === "title") return [wordsOf(text.title ?? "", true)]
  return [wordsOf(text.title ?? "", true), wordsOf(text.text, true)]
}

function wordsOf(text: string, withSigns: boolean): Word[] {
  const written = exactly(text)
  const tokens = new Tokens().read(text.normalize("NFC"))
  return tokens.words.slice(0, tokens.count).map((word, n) => {
    const start = tokens.starts[n]!
    const signed = withSigns ? tokens.signed[n]! : ""
    return { names: signed === "" ? [word] : [word, signed], from: (lead) => written.slice(Math.max(0, start - lead)) }
  })
}

function valuesOf(field: "site" | "lang" | "source" | "country" | "has", text: Text): string[] {
  if (field === "site")
    return hostOf(text.site || text.url || "")
      .split(".")
      .map((_, n, parts) => parts.slice(n).join("."))
  if (field === "has") return (text.has ?? []).map((thing) => valueOf("has", thing))
  if (field === "source") return [text.source ?? []].flat().map((name) => valueOf("source", name))
  const value = text[field] ? valueOf(field, text[field]) : ""
  return field === "lang" ? [value, value.split("-")[0]!] : [value]
}

const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "s",
  )
