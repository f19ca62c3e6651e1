import { createHash, type Hash } from "node:crypto"
import { readFile } from "node:fs/promises"

/** How a thing came in: what stands around the bytes. Small, JSON. */
export type Envelope = Readonly<Record<string, string | number | null | readonly string[]>>

/** One accepted thing that waits to be filed. */
export interface Spooled {
  id: string
  envelope: Envelope
  content: Buffer
  sha256: string
}

/** The spooled file is torn or was changed. It is set aside, never deleted. */
export class TornSpool extends Error {
  override readonly name = "TornSpool"
}

const END = "\nvigie-end "

/** What stands before the bytes. */
export function headOf(envelope: Envelope): Buffer {
  return Buffer.from(`${JSON.stringify(envelope)}\n`)
}

/** What stands behind them, and proves them. */
export function endOf(length: number, hash: Hash): Buffer {
  return Buffer.from(`${END}${length} ${hash.digest("hex")}\n`)
}

/** @throws TornSpool when the file is not as it was written. */
export async function readSpooled(path: string, id: string): Promise<Spooled> {
  const bytes = await readFile(path)
  const head = bytes.indexOf(10)
  const end = bytes.lastIndexOf(END)
  const [length, sha256] =
    end < 0
      ? []
      : bytes
          .subarray(end + END.length)
          .toString("latin1")
          .trim()
          .split(" ")
  const content = bytes.subarray(head + 1, Math.max(end, head + 1))
  if (head < 0 || String(content.length) !== length || createHash("sha256").update(content).digest("hex") !== sha256)
    throw new TornSpool(id)
  return { id, envelope: envelopeOf(bytes.subarray(0, head), id), content, sha256 }
}

function envelopeOf(line: Buffer, id: string): Envelope {
  try {
    return JSON.parse(line.toString("utf8")) as Envelope
  } catch {
    throw new TornSpool(id)
  }
}
