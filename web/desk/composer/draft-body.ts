import type { Draft } from "../api/types.ts"

/** What an agent writes, as it is kept. */
export type DraftBody = Omit<Draft, "version" | "files">

/** Another text of the same draft: by another screen, or begun before an answer was taken back. */
export interface Beside {
  body: DraftBody
  why: "elsewhere" | "begun"
}

export const EMPTY: DraftBody = { text: "" }

export function bodyOf({ text, to, cc, quote, attachmentIds, answering, withHelp, subject, inboxId }: Draft): DraftBody {
  return {
    text,
    ...(to ? { to } : {}),
    ...(cc ? { cc } : {}),
    ...(quote === undefined ? {} : { quote }),
    ...(attachmentIds ? { attachmentIds } : {}),
    ...(answering ? { answering } : {}),
    ...(withHelp ? { withHelp } : {}),
    ...(subject ? { subject } : {}),
    ...(inboxId ? { inboxId } : {}),
  }
}

/** Whether two say the same to the same: the server may give the parts in another order. */
export function sameBody(one: DraftBody, other: DraftBody): boolean {
  return told(one) === told(other)
}

const told = ({ text, to, cc, quote, attachmentIds, answering, subject, inboxId }: DraftBody): string =>
  JSON.stringify([
    text,
    ...[to, cc].map((people) => people?.map(({ name, address }) => [name, address]) ?? null),
    quote ?? false,
    attachmentIds ?? [],
    answering ?? null,
    subject ?? "",
    inboxId ?? null,
  ])

/** Whom the agent chose to write to, as far as the addresses can be ones; null: those who follow from the message answered. */
export function chosenIn({ to, cc }: DraftBody): string | null {
  const addresses = [...(to ?? []), ...(cc ?? [])].flatMap(({ address }) => (/^\S+@\S+\.\S\S+$/.test(address) ? [address] : []))
  return to && addresses.length > 0 ? addresses.join() : null
}

export const saysNothing = ({ text, attachmentIds }: DraftBody): boolean => !text.trim() && !attachmentIds?.length

/** Both texts, one below the other, with the files of both. */
export function together(one: DraftBody, other: DraftBody): DraftBody {
  const attachmentIds = [...new Set([...(one.attachmentIds ?? []), ...(other.attachmentIds ?? [])])]
  return {
    ...other,
    ...one,
    text: [one.text.trimEnd(), other.text].filter(Boolean).join("\n\n"),
    ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
  }
}
