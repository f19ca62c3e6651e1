import { isIPv4, isIPv6 } from "node:net"
import { domainToASCII } from "node:url"

/**
 * An address as it is compared: lower case, the domain in ASCII (IDNA), no trailing dot. Local parts are compared without case, as every
 * provider in use does; dots and plus-details count, for they may be other people.
 */
export function normalAddress(address: string): string {
  const text = address.trim().toLowerCase().normalize("NFC")
  const at = text.lastIndexOf("@")
  if (at < 1) return text
  const domain = text.slice(at + 1).replace(/\.$/, "")
  return `${text.slice(0, at)}@${domainToASCII(domain) || domain}`
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1)
}

/** What needs no quotes, letters of any script included (RFC 5321 §4.1.2, RFC 6531); dots stand where careless providers let them. */
const PLAIN_LOCAL = /^[^\s<>()[\],;:\\"@\p{C}]{1,200}$/u
/** Several such words: their quotes were lost on the way. */
const SPACED_LOCAL = /^(?=.{1,200}$)[^\s<>()[\],;:\\"@\p{C}]+(?: [^\s<>()[\],;:\\"@\p{C}]+)+$/u
const QUOTED_LOCAL = /^"(?=.{1,200}"$)(?:[ !#-[\]-~]|\\[ -~])+"$/
const DOMAIN = /^[^\s<>()[\],;:\\"@\p{C}]{1,253}$/u

/**
 * An address as it may stand in a header or an envelope, quoted where it must be; null when it is none. Nothing can break out of it: no
 * control character, no bracket or comma outside quotes.
 */
export function writtenAddress(address: string): string | null {
  const at = address.lastIndexOf("@")
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at < 1 || !(DOMAIN.test(domain) || isLiteral(domain))) return null
  if (PLAIN_LOCAL.test(local) || QUOTED_LOCAL.test(local)) return address
  return SPACED_LOCAL.test(local) ? `"${local}"@${domain}` : null
}

/** An IP address in brackets instead of a domain (RFC 5321 §4.1.3). */
function isLiteral(domain: string): boolean {
  if (!domain.startsWith("[") || !domain.endsWith("]")) return false
  const inside = domain.slice(1, -1)
  return isIPv4(inside) || (/^IPv6:/i.test(inside) && isIPv6(inside.slice(5)))
}
