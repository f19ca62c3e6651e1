import ipaddr from "ipaddr.js"

/**
 * The network an address counts for: one household or machine hardly has less than an IPv6 /64, so a /64 is one; an IPv4 address
 * stands for itself, also when it comes inside an IPv6 one.
 */
export function networkOf(ip: string): string {
  const bare = ip.replace(/%.*$/, "") // a link-local address may carry its interface
  if (!ipaddr.isValid(bare)) return "unknown"
  const address = ipaddr.process(bare)
  if (address instanceof ipaddr.IPv4) return address.toString()
  const [a, b, c, d] = address.parts
  return `${[a, b, c, d].map((part) => (part ?? 0).toString(16)).join(":")}::/64`
}
