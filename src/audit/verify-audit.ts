import type { Keys, Reader } from "#platform"
import { BEGINNING, hashAt, type Link, readHead, walkChain } from "./chain.ts"
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts"

/**
 * What is wrong with the record of who did what, and where it begins:
 * - `missing`, `altered`: a fact isn't there, or isn't what was sealed
 * - `head`: the kept head isn't the end of the chain
 * - `cut`: the checkpoint knows facts that are no longer there
 * - `rewritten`: the chain isn't the one that the checkpoint knows, from this number at the latest
 * - `forged`: the checkpoint isn't ours
 */
export type AuditProblem = "missing" | "altered" | "head" | "cut" | "rewritten" | "forged"

export interface AuditResult {
  problem: AuditProblem | null
  /** The first bad number; without a problem, the last number. */
  seq: number
  /** The number and time up to which the data folder vouches for the chain; null when it has no checkpoint that is ours. */
  checkpoint: { seq: number; at: Date } | null
}

/** Recomputes the whole chain and compares it with its head and with the checkpoint in the data folder. Changes nothing. */
export async function verifyAudit(reader: Reader, keys: Keys, home: string): Promise<AuditResult> {
  return (await verify(reader, keys, home, "whole")).result
}

/**
 * Moves the checkpoint to the end of the chain, after looking at what has come since the last one. Where that doesn't follow from
 * the last one nothing is written, so that a checkpoint never vouches for a chain that was rewritten before it. For a job, and for
 * the end of a restore from a backup (`restart`: the chain begins a new life at an earlier place).
 */
export async function advanceCheckpoint(
  reader: Reader,
  keys: Keys,
  home: string,
  options: { restart?: boolean } = {},
): Promise<AuditResult> {
  const { result, end } = await verify(reader, keys, home, options.restart ? "restart" : "since")
  if (end === null || end.seq === result.checkpoint?.seq) return result
  await writeCheckpoint(keys, home, { ...end, at: reader.now })
  return { ...result, checkpoint: { seq: end.seq, at: reader.now } }
}

interface Verified {
  result: AuditResult
  /** The end of the chain when nothing is wrong with it. */
  end: Link | null
}

/** `whole`: from the first fact; `since`: from the checkpoint; `restart`: from the first, whatever the checkpoint says. */
async function verify(reader: Reader, keys: Keys, home: string, how: "whole" | "since" | "restart"): Promise<Verified> {
  const kept = how === "restart" ? "none" : await readCheckpoint(keys, home)
  if (kept === "forged") return { result: { problem: "forged", seq: 0, checkpoint: null }, end: null }
  const known = kept === "none" ? null : kept
  const found = (problem: AuditProblem | null, seq: number, end: Link | null = null): Verified => {
    return { result: { problem, seq, checkpoint: known && { seq: known.seq, at: known.at } }, end }
  }
  // The head first: what is recorded while we read comes after it.
  const last = await readHead(reader)
  if (!last) return found("head", 0)
  const { head, highest } = last
  if (known && !(await keptLink(reader, known))) return found(known.seq > head.seq ? "cut" : "rewritten", Math.min(known.seq, head.seq + 1))
  const start = how === "since" && known ? known : BEGINNING
  const { reached, broken } = await walkChain(reader, start, head.seq)
  if (broken) return found(broken.what, broken.seq)
  if (!reached.hash.equals(head.hash) || highest !== head.seq) return found("head", head.seq + 1)
  return found(null, head.seq, head)
}

/** Whether the database still has the link that the checkpoint knows. Its hash stands for all before it, once they are recomputed. */
async function keptLink(reader: Reader, { seq, hash }: Link): Promise<boolean> {
  const kept = seq === 0 ? BEGINNING.hash : await hashAt(reader, seq)
  return kept !== null && kept.equals(hash)
}
