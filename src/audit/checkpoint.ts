import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Keys, writeDurably } from "#platform"
import type { Link } from "./chain.ts"

/** A place in the chain as it was known at a time, signed with a key that is not in the database. */
export interface Checkpoint extends Link {
  at: Date
}

/** What the data folder has to say: a checkpoint, none, or a file that isn't ours. */
export type KeptCheckpoint = Checkpoint | "none" | "forged"

export async function readCheckpoint(keys: Keys, home: string): Promise<KeptCheckpoint> {
  const text = await readFile(pathIn(home), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
  if (text === null) return "none"
  const found = parse(text)
  if (!found || !keys.verify("audit", signed(found), found.signature)) return "forged"
  return { seq: found.seq, hash: Buffer.from(found.hash, "hex"), at: new Date(found.at) }
}

export async function writeCheckpoint(keys: Keys, home: string, { seq, hash, at }: Checkpoint): Promise<void> {
  const said = { seq, hash: hash.toString("hex"), at: at.toISOString() }
  const signature = keys.sign("audit", signed(said)).toString("hex")
  await writeDurably(pathIn(home), `${JSON.stringify({ ...said, signature })}\n`)
}

interface Said {
  seq: number
  hash: string
  at: string
}

function signed({ seq, hash, at }: Said): string {
  return `checkpoint\n${seq}\n${hash}\n${at}`
}

/** Null when it isn't whole. A signature shorter than the one we write would be easier to guess. */
function parse(text: string): (Said & { signature: Buffer }) | null {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said !== "object" || said === null || !("seq" in said && "hash" in said && "at" in said && "signature" in said)) return null
    const { seq, hash, at, signature } = said
    if (typeof seq !== "number" || typeof hash !== "string" || typeof at !== "string" || typeof signature !== "string") return null
    return /^[0-9a-f]{64}$/.test(signature) ? { seq, hash, at, signature: Buffer.from(signature, "hex") } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function pathIn(home: string): string {
  return join(home, "audit-checkpoint.json")
}
