import { decodeBytes } from "#markup"
import { limits } from "../../mime/limits.ts"
import { isUnicode } from "./properties.ts"

/** A TNEF string without the NUL that ends it. */
export function textOf({ type, value }: { type: number; value: Buffer }, charset: string): string {
  return decodeBytes(value.subarray(0, limits.sideTextBytes), isUnicode(type) ? "utf-16le" : charset).text.trimEnd()
}

/** The charset of a Windows code page number. */
export function charsetOfCodePage(page: number): string {
  if (page === 65001) return "utf-8"
  if (page === 20127 || page === 0) return "windows-1252"
  return `cp${page}`
}
