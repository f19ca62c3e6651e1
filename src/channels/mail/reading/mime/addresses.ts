import { addressParser } from "postal-mime"
import { cleanLine, withoutBidi } from "#markup"
import type { MailAddress } from "../read-mail.types.ts"
import { textOfHeader } from "./header-text.ts"

export interface AddressList {
  addresses: MailAddress[]
  /** How many named groups (`Team: a@b, c@d;`, RFC 5322 § 3.4) the list came from. */
  groups: number
  /** One was longer than any address may be, and is none. */
  tooLong: boolean
}

/** RFC 5321 § 4.5.3.1: 64 octets, the sign, 255 octets. */
const LONGEST = 320

/** The addresses of one header. postal-mime decides who they are, here and nowhere else: two readers would see two senders. */
export function readAddresses(body: string): AddressList {
  const parsed = addressParser(textOfHeader(body))
  const written = parsed.flatMap((entry) => entry.group ?? [entry]).map(cleanAddress)
  const addresses = written.map((entry) => (entry.address.length > LONGEST ? { ...entry, address: "" } : entry))
  return {
    addresses: addresses.filter((entry) => entry.address || entry.name),
    tooLong: written.some(({ address }) => address.length > LONGEST),
    groups: parsed.filter((entry) => entry.group).length,
  }
}

export function readAllAddresses(bodies: readonly string[]): MailAddress[] {
  return bodies.flatMap((body) => readAddresses(body).addresses)
}

function cleanAddress(entry: { name: string; address: string }): MailAddress {
  return { name: withoutBidi(cleanLine(entry.name)), address: withoutBidi(cleanLine(entry.address)) }
}
