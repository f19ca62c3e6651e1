import { randomInt } from "node:crypto"

const LETTERS = "234567abcdefghijklmnopqrstuvwxyz"

/** A record key as the AT Protocol makes them (specs/tid): microseconds since 1970 and ten random bits, so that they sort by time. */
export function newTid(now: Date): string {
  const micros = BigInt(now.getTime()) * 1000n + BigInt(randomInt(1000))
  let left = (micros << 10n) | BigInt(randomInt(1024))
  let tid = ""
  for (let n = 0; n < 13; n++) {
    tid = LETTERS[Number(left & 31n)]! + tid
    left >>= 5n
  }
  return tid
}
