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
