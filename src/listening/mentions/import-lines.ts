import type { z } from "@hono/zod-openapi"
import { csvRows } from "../lines/csv.ts"
import type { Heard } from "../sources/source.ts"
import { givenMention, heardOf } from "./given.ts"

export interface ImportLines {
  heard: Heard[]
  leftOut: { line: number; path: string; key: string }[]
}

/** Columns and names by which a table may call a field. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  key: ["key", "id"],
  kind: ["kind", "type"],
  url: ["url", "link", "lien", "adresse"],
  site: ["site", "domain", "domaine"],
  title: ["title", "titre", "headline"],
  text: ["text", "texte", "content", "contenu", "snippet", "message"],
  language: ["language", "lang", "langue"],
  country: ["country", "pays"],
  rating: ["rating", "stars", "note"],
  publishedAt: ["publishedat", "published", "date", "created", "createdat"],
  "author.name": ["authorname", "author", "auteur", "name", "nom"],
  "author.handle": ["authorhandle", "handle", "username", "pseudo"],
  "author.url": ["authorurl"],
  "author.followers": ["authorfollowers", "followers", "abonnes"],
}

/** A file of mentions: lines of JSON as `POST /api/mentions` takes them, or CSV with a first line of names. A bad line doesn't stop the good. */
export function readImport(content: string, format: "csv" | "jsonl"): ImportLines {
  const read: ImportLines = { heard: [], leftOut: [] }
  for (const { line, given } of format === "csv" ? csvLines(content) : jsonLines(content)) {
    const parsed = givenMention.safeParse(given)
    if (parsed.success) read.heard.push(heardOf(parsed.data))
    else read.leftOut.push({ line, ...wrong(parsed.error.issues[0]) })
  }
  return read
}

function wrong(issue: z.core.$ZodIssue | undefined): { path: string; key: string } {
  const path = issue?.path.join(".") ?? ""
  if (path === "") return { path, key: "listening.import.notMention" }
  if (path === "text") return { path, key: "listening.import.noText" }
  return { path, key: "listening.import.badField" }
}

function* jsonLines(content: string): Generator<{ line: number; given: unknown }> {
  let line = 0
  for (const text of content.replace(/^\ufeff/, "").split(/\r?\n/)) {
    line++
    if (text.trim() === "") continue
    yield { line, given: parsed(text) }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // told as what isn't a mention
  }
}

function* csvLines(content: string): Generator<{ line: number; given: unknown }> {
  const [head, ...rows] = csvRows(content.replace(/^\ufeff/, ""))
  const fields = (head?.cells ?? []).map(fieldOf)
  for (const { line, cells } of rows) {
    const given: Record<string, unknown> = {}
    const author: Record<string, unknown> = {}
    for (const [n, field] of fields.entries()) {
      const value = cells[n]?.trim() ?? ""
      if (field === null || value === "") continue
      if (field.startsWith("author.")) author[field.slice("author.".length)] = field.endsWith("followers") ? Number(value) : value
      else if (given[field] === undefined)
        given[field] = field === "rating" ? Number(value) : field === "publishedAt" ? momentOf(value) : value
    }
    yield { line, given: Object.keys(author).length > 0 ? { ...given, author } : given }
  }
}

function fieldOf(name: string): string | null {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  return Object.entries(CALLED).find(([, names]) => names.includes(plain))?.[0] ?? null
}

/** Times without a zone are UTC; what is no time stays, and is refused with its line. */
function momentOf(text: string): string {
  const iso = text.trim().replace(" ", "T")
  const at = new Date(/T.*(Z|[+-]\d\d:?\d\d)$/i.test(iso) || !iso.includes("T") ? iso : `${iso}Z`)
  return Number.isNaN(at.getTime()) ? text : at.toISOString()
}
