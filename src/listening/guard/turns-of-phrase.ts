import { saidToOthers } from "#cases"
import type { Reader } from "#platform"
import type { PrivatePiece } from "./find-private.ts"
import { inRow } from "./for-all.ts"

/** What stands in the cases of so many others as well is a turn of phrase. */
const OTHERS = 3

/** These without quotations of what the company writes to everybody, or wrote to several others. */
export async function withoutTurnsOfPhrase(
  reader: Reader,
  pieces: readonly PrivatePiece[],
  everybodys: readonly string[],
  contactId: string | null,
): Promise<PrivatePiece[]> {
  const quotes = pieces.filter(({ kind }) => kind === "quote")
  if (quotes.length === 0) return [...pieces]
  const texts = everybodys.map(inRow)
  const isPublic = (quote: string): boolean => texts.some((text) => text.includes(inRow(quote)))
  const asked = [...new Set(quotes.flatMap(({ text }) => (isPublic(text) ? [] : text)))]
  const common = await saidToOthers(reader, asked, contactId, OTHERS)
  return pieces.filter(({ kind, text }) => kind !== "quote" || !(isPublic(text) || common.has(text)))
}
