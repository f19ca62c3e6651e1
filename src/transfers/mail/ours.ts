import { type Incoming, inboxForAddress, normalAddress, openAddresses } from "#conversations"
import { agentAddresses } from "#people"
import type { Reader } from "#platform"

/** Which addresses are ours, and who of us writes from which. */
export interface Ours {
  has(address: string): boolean
  agentOf(address: string): string | null
  /** The inbox that an address is, plus-address included. */
  inboxOf(address: string): string | null
}

/** The desk's inboxes, its agents, and what its owner says was theirs. */
export async function oursOf(reader: Reader, more: readonly string[]): Promise<Ours> {
  const inboxes = await openAddresses(reader, "mail")
  const agents = new Map([...(await agentAddresses(reader))].map(([address, id]) => [normalAddress(address), id]))
  const theirs = new Set(more.map(normalAddress).filter(Boolean))
  const inboxOf = (address: string) => inboxForAddress(inboxes, address)?.inboxId ?? null
  return {
    has: (address) => {
      const normal = normalAddress(address)
      // A whole domain may be given: everybody there was one of us.
      return inboxOf(address) !== null || agents.has(normal) || theirs.has(normal) || theirs.has(normal.slice(normal.lastIndexOf("@")))
    },
    agentOf: (address) => agents.get(normalAddress(address)) ?? null,
    inboxOf,
  }
}

/** Which side wrote a mail. A colleague's mail to colleagues alone is for us, like a note. */
export function writerOf(mail: Incoming, ours: Ours): { side: "in" | "out"; agentId: string | null } {
  const from = mail.claimed?.address ?? ""
  if (!from || !ours.has(from)) return { side: "in", agentId: null }
  const agentId = ours.agentOf(from)
  const outward = [...mail.to, ...mail.cc].some(({ address }) => !ours.has(address))
  return outward || !agentId ? { side: "out", agentId } : { side: "in", agentId }
}
