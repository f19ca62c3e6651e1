import { isDeskKey, say, type DeskKey, type DeskLanguage, type DeskValues } from "#words/desk"
import { useMemo } from "react"
import { language } from "./language.ts"
import { clock, type Clock } from "./clock.ts"
import { timeZone } from "./time-zone.ts"

export interface Words extends Clock {
  language: DeskLanguage
  say: (key: DeskKey, values?: DeskValues) => string
  /** The sentence for a code of the server's, `related.${code}`, or another when the desk doesn't know that one. */
  sayCode: (key: string, otherwise: DeskKey, values?: DeskValues) => string
  list: (names: readonly string[]) => string
  size: (bytes: number) => string
}

/** Sentences, dates and numbers in the reader's language and time zone. */
export function useWords(): Words {
  const speaks = language.use()
  const zone = timeZone.use()
  return useMemo(() => wordsOf(speaks, zone), [speaks, zone])
}

const made = new Map<string, Words>()

/** Formatters are dear to make: one set for all who speak alike. */
export function wordsOf(speaks: DeskLanguage, zone: string): Words {
  const known = made.get(`${speaks} ${zone}`)
  if (known) return known
  const words = makeWords(speaks, zone)
  made.set(`${speaks} ${zone}`, words)
  return words
}

function makeWords(speaks: DeskLanguage, zone: string): Words {
  const lists = new Intl.ListFormat(speaks, { type: "conjunction" })
  const here = (key: DeskKey, values?: DeskValues): string => say(speaks, key, values)
  return {
    language: speaks,
    say: here,
    sayCode: (key, otherwise, values) => here(isDeskKey(key) ? key : otherwise, values),
    list: (names) => lists.format(names),
    size: (bytes) => sizeIn(speaks, bytes),
    ...clock(speaks, zone),
  }
}

function sizeIn(speaks: DeskLanguage, bytes: number): string {
  const unit = bytes < 1000 ? "byte" : bytes < 1_000_000 ? "kilobyte" : "megabyte"
  const value = unit === "byte" ? bytes : unit === "kilobyte" ? bytes / 1000 : bytes / 1_000_000
  return new Intl.NumberFormat(speaks, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  )
}
