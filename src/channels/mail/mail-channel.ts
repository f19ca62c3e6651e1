import type { Channel, Outgoing, SealedOutgoing } from "#conversations"
import type { Blobs } from "#platform"
import { composeMail } from "./compose/compose.ts"
import type { DkimKeys } from "./dkim/dkim-keys.ts"
import { Relay, type RelayOutcome } from "./send/relay.ts"
import { readRelay } from "./send/relay-address.ts"
import type { RelayTimeouts } from "./send/relay-session.ts"

export interface MailChannelParts {
  blobs: Blobs
  dkim: DkimKeys | null
  /** `VIGIE_RELAY`; without it everything is held. */
  relay: URL | null
  /** How Vigie names itself to the relay. */
  name: string
  timeouts?: RelayTimeouts
}

export interface MailChannel extends Channel {
  send(sealed: SealedOutgoing, signal: AbortSignal): Promise<RelayOutcome>
  close(): void
}

/** Mail as a channel: composed by us, sent through the operator's relay. */
export function mailChannel({ blobs, dkim, relay, name, timeouts }: MailChannelParts): MailChannel {
  const out = relay ? new Relay(readRelay(relay), name, timeouts) : null
  return {
    kind: "mail",
    heldBecause: () => (out ? null : "no-relay"),
    compose: (outgoing: Outgoing) => composeMail({ blobs, dkim }, outgoing),
    send: (sealed, signal) => (out ? out.send(sealed, signal) : Promise.resolve({ kind: "unreachable", answer: "", refused: [] })),
    close: () => out?.close(),
  }
}
