import ipaddr from "ipaddr.js"

/** What an operator allowed beside the public internet: host names, and ranges in CIDR. */
export interface PrivateRanges {
  names(host: string): boolean
  covers(address: ipaddr.IPv4 | ipaddr.IPv6): boolean
}

/** @throws Error naming the entry that is neither a host name nor a range. */
export function privateRanges(entries: readonly string[]): PrivateRanges {
  const ranges = entries.filter((entry) => /\/|^[\d.]+$|:/.test(entry)).map(readRange)
  const hosts = new Set(entries.filter((entry) => !/\/|^[\d.]+$|:/.test(entry)).map((host) => host.toLowerCase()))
  return {
    names: (host) => hosts.has(host.toLowerCase()),
    covers: (address) => ranges.some(([range, bits]) => address.kind() === range.kind() && address.match(range, bits)),
  }
}

/**
 * Whether an address may be reached: global unicast by the IANA registries (RFC 6890), or allowed by the operator. An IPv4 address
 * inside an IPv6 one (mapped, NAT64, 6to4) counts as itself.
 */
export function isAllowed(text: string, allowed: PrivateRanges): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = unwrap(ipaddr.parse(text))
  return address.range() === "unicast" || allowed.covers(address)
}

/** Whether an address lies in one of these ranges. */
export function isWithin(text: string, ranges: PrivateRanges): boolean {
  return ipaddr.isValid(text) && ranges.covers(unwrap(ipaddr.parse(text)))
}

/** Whether a text is an address or a range in CIDR. */
export function isRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
}

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const bytes = address.toByteArray()
  if (address.range() === "rfc6052") return new ipaddr.IPv4(bytes.slice(12))
  if (address.range() === "6to4") return new ipaddr.IPv4(bytes.slice(2, 6))
  return address
}

function readRange(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    if (entry.includes("/")) return ipaddr.parseCIDR(entry)
    const single = ipaddr.parse(entry)
    return [single, single.kind() === "ipv4" ? 32 : 128]
  } catch (error) {
    throw new Error(`${entry} is neither a host name nor a range such as 10.0.0.0/8`, { cause: error })
  }
}
