import type { Outcome } from "#conversations"
import { SECOND } from "#platform"
import type { RelayAddress } from "./relay-address.ts"
import { type RelayMail, RelayRefused, RelaySession, type RelayTimeouts, RELAY_TIMEOUTS, type SessionOutcome } from "./relay-session.ts"
import { RelayGone } from "./smtp-socket.ts"

/** What became of one attempt, with the recipients that the relay refused though it took the mail for others. */
export interface RelayOutcome extends Outcome {
  refused: { address: string; answer: string }[]
}

const IDLE = 10 * SECOND
const MOST_IDLE = 4
const MOST_USES = 100

interface Kept {
  session: RelaySession
  uses: number
  timer: NodeJS.Timeout
}

/** The way out: sessions with the relay, used again for a while when more is to be sent. */
export class Relay {
  readonly #address: RelayAddress
  readonly #name: string
  readonly #timeouts: RelayTimeouts
  readonly #kept: Kept[] = []

  /** `name`: how Vigie names itself (EHLO). */
  constructor(address: RelayAddress, name: string, timeouts: RelayTimeouts = RELAY_TIMEOUTS) {
    this.#address = address
    this.#name = name
    this.#timeouts = timeouts
  }

  /** One attempt. An abort ends it while nothing has left; after the last byte the answer is waited for. */
  async send(mail: RelayMail, signal: AbortSignal): Promise<RelayOutcome> {
    if (signal.aborted) return { kind: "deferred", answer: "stopped before it was sent", refused: [] }
    const kept = this.#take()
    if (kept) {
      const outcome = await this.#through(kept.session, mail, kept.uses)
      // A session that was kept may have been closed by the other side meanwhile: that says nothing about this mail.
      if (outcome.kind !== "deferred" || kept.session.open) return told(outcome)
    }
    try {
      const session = await RelaySession.open(this.#address, this.#name, this.#timeouts)
      return told(await this.#through(session, mail, 0))
    } catch (error) {
      if (error instanceof RelayGone || error instanceof RelayRefused) return { kind: "unreachable", answer: error.message, refused: [] }
      throw error
    }
  }

  close(): void {
    for (const { session, timer } of this.#kept.splice(0)) {
      clearTimeout(timer)
      session.close()
    }
  }

  async #through(session: RelaySession, mail: RelayMail, uses: number): Promise<SessionOutcome> {
    const outcome = await session.send(mail)
    if (session.open && outcome.kind !== "uncertain" && uses + 1 < MOST_USES && this.#kept.length < MOST_IDLE) this.#keep(session, uses + 1)
    else session.close()
    return outcome
  }

  #keep(session: RelaySession, uses: number): void {
    const kept: Kept = { session, uses, timer: setTimeout(() => this.#drop(kept), IDLE).unref() }
    this.#kept.push(kept)
  }

  #drop(kept: Kept): void {
    const at = this.#kept.indexOf(kept)
    if (at >= 0) this.#kept.splice(at, 1)
    kept.session.close()
  }

  #take(): Kept | null {
    for (let kept = this.#kept.pop(); kept; kept = this.#kept.pop()) {
      clearTimeout(kept.timer)
      if (kept.session.open) return kept
    }
    return null
  }
}

/** The relay's words, with those about each recipient it refused. */
function told({ kind, answer, refused }: SessionOutcome): RelayOutcome {
  if (kind !== "sent" || refused.length === 0) return { kind, answer, refused }
  return { kind, answer: [answer, ...refused.map((one) => `${one.address}: ${one.answer}`)].join("\n"), refused }
}
