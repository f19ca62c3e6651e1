import { domainToASCII } from "node:url"

/** RFC 5321 §4.5.3.1: 64 octets, the sign, 255 octets. */
const LONGEST = 320

/**
 * An e-mail address as it is compared: lower case, the domain in ASCII (IDNA). Null when the text is not one address.
 * Local parts could differ by case (RFC 5321 §2.4), but no provider in use lets two people differ by nothing else.
 */
export function normaliseEmail(address: string): string | null {
  const text = address.trim().normalize("NFC")
  const at = text.lastIndexOf("@")
  const local = text.slice(0, at)
  const domain = text.slice(at + 1).replace(/\.$/, "")
  if (at < 1 || text.length > LONGEST || /[\s\u0000-\u001f\u007f<>,;]/.test(text)) return null
  const literal = /^\[[0-9A-Fa-f:.]+\]$|^\[IPv6:[0-9A-Fa-f:.]+\]$/.test(domain)
  const ascii = literal ? domain : domainToASCII(domain)
  return ascii && !ascii.includes("..") ? `${local}@${ascii}`.toLowerCase() : null
}

export interface AddressParts {
  /** Without what follows a plus sign. */
  local: string
  domain: string
}

export function addressParts(normal: string): AddressParts {
  const at = normal.lastIndexOf("@")
  const local = normal.slice(0, at)
  const plus = local.indexOf("+")
  return { local: plus > 0 ? local.slice(0, plus) : local, domain: normal.slice(at + 1) }
}
