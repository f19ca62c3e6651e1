const SCHEMES = /^(?:https?|mailto|tel|ftp|magnet|acct|gemini|gopher|news|xmpp):/i
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i

/**
 * An address made whole against a base. One that would run something where it is clicked is none; one that is whole stays as it was
 * written. Without a base a relative one stays relative.
 */
export function resolveAddress(written: string, base: string | null): string | null {
  const address = written.replace(/[\t\n\r]/g, "").trim()
  if (!address || address.length > 8_000) return null
  if (HAS_SCHEME.test(address.replace(/[\u0000-\u0020]/g, ""))) return SCHEMES.test(address) ? address : null
  return base ? (URL.parse(address, base)?.href ?? address) : address
}

/** The same for an id, which may be of any scheme (`tag:`, `urn:`), as it's never followed. */
export function resolveId(written: string, base: string | null): string {
  const id = written.trim().slice(0, 2_000)
  return /^\.{0,2}\//.test(id) && base ? (URL.parse(id, base)?.href ?? id) : id
}
