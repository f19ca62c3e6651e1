import { addressParser } from "postal-mime"
import { cleanLine, withoutBidi } from "#markup"
import type { MailAddress } from "../read-mail.types.ts"
import { textOfHeader } from "./header-text.ts"

export interface AddressList {
  addresses: MailAddress[]
  /** How many named groups (`Team: a@b, c@d;`, RFC 5322 § 3.4) the list came from. */
  groups: number
}

/** The addresses of one header. postal-mime decides who they are, here and nowhere else: two readers would see two senders. */
export function readAddresses(body: string): AddressList {
  const parsed = addressParser(textOfHeader(body))
  const addresses = parsed.flatMap((entry) => entry.group ?? [entry]).map(cleanAddress)
  return {
    addresses: addresses.filter((entry) => entry.address || entry.name),
    groups: parsed.filter((entry) => entry.group).length,
  }
}

export function readAllAddresses(bodies: readonly string[]): MailAddress[] {
  return bodies.flatMap((body) => readAddresses(body).addresses)
}

function cleanAddress(entry: { name: string; address: string }): MailAddress {
  return { name: withoutBidi(cleanLine(entry.name)), address: withoutBidi(cleanLine(entry.address)) }
}
