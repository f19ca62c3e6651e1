import { limits, UnreadableMail } from "./limits.ts"

const BLANK_LINES = ["\n\n", "\n\r\n"]

/** Refuses a mail or a header block that is too large, by its raw bytes, before anything is parsed. */
export function checkSize(raw: Buffer): void {
  if (raw.length > limits.mailBytes) throw new UnreadableMail("too-large")
  const start = raw.subarray(0, limits.headerBytes + 2)
  if (start.length > limits.headerBytes && !BLANK_LINES.some((blank) => start.includes(blank)))
    throw new UnreadableMail("headers-too-large")
}

/** Refuses more addresses than a person writes to: one at-sign each, whatever stands around it. */
export function checkAddressCount(bodies: readonly string[]): void {
  let count = 0
  for (const body of bodies) {
    for (let at = body.indexOf("@"); at >= 0; at = body.indexOf("@", at + 1)) {
      if (++count > limits.addresses) throw new UnreadableMail("too-many-addresses")
    }
  }
}
