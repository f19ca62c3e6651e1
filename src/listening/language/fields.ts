import type { NumberField, ValueField, WordField } from "./ast.ts"

/** Every field, and how its value is read. */
export const FIELDS = {
  author: "words",
  site: "value",
  url: "words",
  title: "words",
  lang: "value",
  source: "value",
  country: "value",
  rating: "number",
  followers: "number",
  has: "value",
  raw: "raw",
} as const satisfies Readonly<Record<WordField | ValueField | NumberField | "raw", "words" | "value" | "number" | "raw">>

export type Field = keyof typeof FIELDS

export const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name)
export const isWordField = (field: Field): field is WordField => FIELDS[field] === "words"
export const isNumberField = (field: Field): field is NumberField => FIELDS[field] === "number"

export const FIELD_NAMES = Object.keys(FIELDS).join(", ")
