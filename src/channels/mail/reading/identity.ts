import { readAddresses } from "./mime/addresses.ts"
import type { MailAuthor } from "./read-mail.types.ts"
import { doubtsAbout } from "./sender/doubts.ts"

/** Who says they wrote a mail, and what about it should make a reader careful. */
export interface Author {
  from: MailAuthor | null
  warnings: string[]
}

/**
 * Reads the author from all From fields of a mail. RFC 5322 § 3.6 wants one field, and only one address proves anybody: with more,
 * or with none that is plain, `isOneAuthor` is false, whatever SPF, DKIM and DMARC say.
 */
export function readAuthor(fromBodies: readonly string[]): Author {
  if (!fromBodies.length) return { from: null, warnings: ["from.missing"] }
  const lists = fromBodies.map(readAddresses)
  const all = lists.flatMap((list) => list.addresses)
  const first = all.find((entry) => entry.address) ?? all[0]
  const from: MailAuthor = {
    name: first?.name ?? "",
    address: first?.address ?? "",
    headers: fromBodies.length,
    addresses: all.some((entry) => entry.address) ? all.length : 0,
  }
  return { from, warnings: [...countWarnings(from, lists), ...doubtsAbout(from, fromBodies)] }
}

/** Exactly one From field with exactly one address that is plain: the only author whose identity can be proven. */
export function isOneAuthor(author: Author): boolean {
  return author.from !== null && !author.warnings.some((warning) => UNPROVABLE.has(warning))
}

const UNPROVABLE = new Set([
  "from.missing",
  "from.multiple",
  "from.no-address",
  "from.group",
  "from.malformed",
  "from.control",
  "from.hidden-address",
])

function countWarnings(from: MailAuthor, lists: { groups: number; tooLong: boolean }[]): string[] {
  const warnings: string[] = []
  if (from.headers > 1 || from.addresses > 1) warnings.push("from.multiple")
  if (!from.addresses) warnings.push("from.no-address")
  if (lists.some((list) => list.tooLong)) warnings.push("from.malformed")
  if (lists.some((list) => list.groups)) warnings.push("from.group")
  return warnings
}
