import { DAY } from "#platform"

/** What tells where a mail belongs, read from the first bytes alone. */
export interface Peeked {
  messageId: string | null
  /** All that it names as what it answers. */
  references: string[]
  at: Date | null
}

/** Reads Message-ID, References, In-Reply-To and Date of a header (RFC 5322 §3.6); the whole reading comes later. */
export function peek(head: Buffer, now: Date): Peeked {
  const text = head.toString("latin1")
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const lines = text.slice(0, end).replace(/\r?\n[ \t]+/g, " ")
  const values = (name: string) => [...lines.matchAll(new RegExp(`^${name}[ \t]*:(.*)$`, "gim"))].map(([, value = ""]) => value)
  const ids = (name: string) => values(name).flatMap((value) => [...value.matchAll(/<[^<>\s]{1,900}>/g)].map(([id]) => id))
  return {
    messageId: ids("message-id")[0] ?? null,
    references: [...new Set([...ids("references"), ...ids("in-reply-to")])].slice(-100),
    at: sane(new Date((values("date")[0] ?? "").replace(/\(.*$/, "").trim()), now),
  }
}

/** Mail is younger than 1980 and not from tomorrow; whatever says otherwise doesn't know. */
export function sane(at: Date | null, now: Date): Date | null {
  if (!at || Number.isNaN(at.getTime())) return null
  return at.getUTCFullYear() >= 1980 && at.getTime() < now.getTime() + DAY ? at : null
}
