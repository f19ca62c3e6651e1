import type { Signs } from "#contacts"
import { nameWords } from "../evidence/name-likeness.ts"
import { namesIn } from "../evidence/names-in.ts"
import { addressesIn, caseNumbersIn, plainReference, referencesIn } from "../evidence/references-in.ts"
import type { OpenSide } from "../evidence/sides.ts"
import { rootOf, wordsIn } from "../evidence/words-in.ts"
import type { ListedMention } from "../mentions/list-mentions.ts"

/** A mention as it is held against cases. */
export function openSide(mention: ListedMention): OpenSide {
  const isNamed = mention.author_name !== null || mention.author_handle !== null
  return {
    title: mention.title,
    text: mention.text,
    pictures: mention.media.flatMap(({ alt }) => alt ?? []),
    author: isNamed ? { name: mention.author_name, handle: mention.author_handle } : null,
    networks: [mention.source_kind, mention.source_name, mention.source_place, mention.site ?? ""].filter(Boolean),
    country: mention.country,
    saidAt: mention.said_at,
  }
}

export const saidIn = ({ title, text, pictures }: OpenSide): string => [title, text, ...pictures].filter(Boolean).join("\n")

/** By what a mention's author and words may lead to a contact. */
export function signsOf(open: OpenSide): Signs & { numbers: number[] } {
  const said = saidIn(open)
  const handle = plainHandle(open.author?.handle ?? "")
  return {
    handles: handle ? [...new Set([handle, handle.split("@")[0]!])] : [],
    references: [...new Set(referencesIn(said).flatMap(({ written, plain }) => [written.trim(), plain]))],
    addresses: addressesIn(said).map(({ written }) => written.trim()),
    names: open.author?.name ? [open.author.name] : [],
    numbers: caseNumbersIn(said).map(({ number }) => number),
  }
}

/** By what a mention is found again from a case. */
export function marksOf(open: OpenSide): string[] {
  const said = saidIn(open)
  const { handles, numbers } = signsOf(open)
  const author = [...nameWords(open.author?.name ?? ""), ...handles.flatMap((handle) => nameWords(handle))]
  const marks = [
    ...handles.map((handle) => `h:${handle}`),
    ...referencesIn(said).map(({ plain }) => `r:${plain}`),
    ...numbers.map((number) => `r:#${number}`),
    ...author.filter((word) => word.length >= 3).map((word) => `n:${word}`),
    ...tellingRoots(said).map((root) => `w:${root}`),
  ]
  return [...new Set(marks)].slice(0, 300)
}

/** The marks by which a case looks for mentions. */
export function marksOfOwn(
  side: { names: readonly string[]; handles: readonly { value: string }[]; references: readonly string[]; number: number | null },
  words: readonly string[],
  roots: readonly string[],
): string[] {
  const names = [...side.names, ...words.flatMap(namesIn).slice(0, 10)].flatMap(nameWords).filter((word) => word.length >= 3)
  return [
    ...side.handles.flatMap(({ value }) => [plainHandle(value), plainHandle(value).split("@")[0]!]).map((handle) => `h:${handle}`),
    ...side.references.map((reference) => `r:${plainReference(reference)}`),
    ...(side.number === null ? [] : [`r:#${side.number}`]),
    ...names.map((word) => `n:${word}`),
    ...roots.map((root) => `w:${root}`),
  ].slice(0, 120)
}

/** Words of four letters and more, without their ends. */
export function tellingRoots(text: string): string[] {
  return [...new Set(wordsIn(text).flatMap(({ word }) => (word.length >= 4 && !/\p{N}/u.test(word) ? [rootOf(word)] : [])))]
}

const plainHandle = (handle: string): string => handle.trim().normalize("NFKC").toLowerCase().replace(/^@/, "")
