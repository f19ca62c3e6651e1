import type { Text } from "../text/text.ts"

export interface NamedText {
  id: string | number
  text: Text
}

export interface TextProblem {
  key: string
  values: Readonly<Record<string, string | number>>
}

const STRINGS = ["title", "author", "site", "url", "lang", "source", "country"] as const
const NUMBERS = ["rating", "followers"] as const
const NOT_JSON: TextProblem = { key: "listening.file.json", values: { example: '{"id":"1","text":"…"}' } }

/** A text from a line of JSON: `{"id","text"}` and any of the fields of `Text`; or why not. What else stands in it is left alone. */
export function readText(line: string): NamedText | TextProblem {
  let found: unknown
  try {
    found = JSON.parse(line)
  } catch {
    return NOT_JSON
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) return NOT_JSON
  const given = found as Record<string, unknown>
  const { id, text } = given
  if (typeof id !== "string" && typeof id !== "number") return { key: "listening.file.noId", values: {} }
  if (typeof text !== "string") return { key: "listening.file.noText", values: {} }
  const read: Text = { text }
  for (const field of STRINGS) {
    const value = given[field] ?? null
    if (value !== null && typeof value !== "string") return badField(field, "a string")
    read[field] = value
  }
  for (const field of NUMBERS) {
    const value = given[field] ?? null
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value
    if (number !== null && (typeof number !== "number" || Number.isNaN(number))) return badField(field, "a number")
    read[field] = number
  }
  const has = typeof given["has"] === "string" ? [given["has"]] : (given["has"] ?? [])
  if (!Array.isArray(has) || !has.every((thing) => typeof thing === "string")) return badField("has", '["image", "video"]')
  read.has = has
  return { id, text: read }
}

const badField = (field: string, kind: string): TextProblem => ({ key: "listening.file.badField", values: { field, kind } })
