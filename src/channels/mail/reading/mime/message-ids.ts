/** No control character: no mailer writes one, no mail that carries it could leave, and the database takes no NUL. */
const ID = /<([^<>\s\u0000-\u001f\u007f]{1,990})>/g
const BARE = /^(?=.{3,990}$)[^<>\s\u0000-\u001f\u007f]+@[^<>\s\u0000-\u001f\u007f]+$/

/** The message identifiers of a header (RFC 5322 § 3.6.4), with angle brackets, in order and each once. */
export function messageIds(body: string): string[] {
  const found = [...body.matchAll(ID)].map((match) => `<${match[1]}>`)
  if (found.length) return [...new Set(found)].slice(0, 1_000)
  return [...new Set(body.split(/[\s,]+/).filter((word) => BARE.test(word)))].map((word) => `<${word}>`).slice(0, 1_000)
}

/** A Message-ID; one that breaks the grammar is kept as it stands, on one line, so that it still names its mail. */
export function ownMessageId(body: string | null): string | null {
  if (!body) return null
  const proper = messageIds(body)[0]
  if (proper) return proper
  const loose = body.replace(/[\s<>\u0000-\u001f\u007f]+/g, "").slice(0, 990)
  return loose ? `<${loose}>` : null
}
