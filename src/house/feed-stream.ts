import { type PersonActor, seesInbox } from "#people"
import { type Audience, type Database, type FactFeed, factsAfter, lastSeq, type SealedFact } from "#platform"
import { Stream } from "./stream.ts"

const HEARTBEAT_MS = 20_000
/** Facts read at a time for whoever missed them. */
const PAGE = 200
const FRAME = new TextEncoder()

/**
 * The live feed of facts as server-sent events, resumable by `Last-Event-ID`. A frame is encoded once and the same bytes go to everybody
 * who may hear it. Three phases, without a gap: what was missed is read from the sequence, what comes meanwhile waits, then live. What passes
 * without a number is told from the first moment on.
 */
export class FeedStreams {
  readonly #db: Database
  readonly #streams = new Set<Stream>()
  readonly #refresh: (actor: PersonActor) => Promise<PersonActor | null>
  readonly #heartbeat: NodeJS.Timeout

  /** `refresh` gives an actor as they are now, or null when they may not listen any more. */
  constructor(db: Database, feed: FactFeed, refresh: (actor: PersonActor) => Promise<PersonActor | null>) {
    this.#db = db
    this.#refresh = refresh
    feed.listen((fact) => this.#tell(fact))
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  get size(): number {
    return this.#streams.size
  }

  /**
   * A response that stays open. `lastEventId` is what the client saw last; without it, it starts from now. `opened` is called once it
   * listens, and what it gives when it has gone.
   */
  async open(actor: PersonActor, lastEventId: string | null, opened?: () => () => void): Promise<Response> {
    const from = await this.#placeOf(lastEventId)
    const gone = opened?.()
    const stream = new Stream(actor, () => {
      this.#streams.delete(stream)
      gone?.()
    })
    this.#streams.add(stream)
    void this.#run(stream, from)
    return new Response(stream.body, {
      headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" },
    })
  }

  /** Something that passes and leaves no trace: told now to those who may hear it, without a number, never again. */
  tellPassing(kind: string, audience: Audience, data: object): void {
    if (this.#streams.size === 0) return
    const frame = FRAME.encode(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
    for (const stream of this.#streams) if (mayHear(stream.actor, audience)) stream.send(frame)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const stream of this.#streams) stream.close()
  }

  /** The place to go on from; `reset` when what the client names can't be resumed. */
  async #placeOf(lastEventId: string | null): Promise<{ seq: number; reset: boolean }> {
    const last = await lastSeq(this.#db.read)
    if (lastEventId === null || lastEventId === "") return { seq: last, reset: false }
    const seq = Number(lastEventId)
    const known = Number.isSafeInteger(seq) && seq >= 0 && seq <= last
    return known ? { seq, reset: false } : { seq: last, reset: true }
  }

  async #run(stream: Stream, from: { seq: number; reset: boolean }): Promise<void> {
    let sent = from.seq
    stream.send(
      FRAME.encode(`retry: 2000\n${from.reset ? "event: reset\n" : "event: open\n"}id: ${from.seq}\ndata: {"seq":${from.seq}}\n\n`),
    )
    try {
      for (let whole = false; !whole;) {
        stream.overflowed = false
        const missed = await factsAfter(this.#db.read, sent, PAGE)
        for (const fact of missed) if (mayHear(stream.actor, fact.audience)) stream.send(encode(fact))
        sent = missed.at(-1)?.seq ?? sent
        await stream.drained()
        if (stream.closed) return
        whole = missed.length < PAGE && !stream.overflowed
      }
      for (const fact of stream.waiting ?? []) if (fact.seq > sent && mayHear(stream.actor, fact.audience)) stream.send(encode(fact))
      stream.waiting = null
    } catch {
      stream.close() // the database is away; the client comes again from where it was
    }
  }

  #tell(fact: SealedFact): void {
    if (this.#streams.size === 0) return
    // Somebody was disabled, signed out, or may see less: looked at now, not at the next heartbeat.
    if (/^(agent|session|token|team)\./.test(fact.kind)) for (const stream of this.#streams) void this.#look(stream)
    const frame = encode(fact)
    for (const stream of this.#streams)
      if (stream.waiting) stream.wait(fact)
      else if (mayHear(stream.actor, fact.audience)) stream.send(frame)
  }

  #beat(): void {
    const frame = FRAME.encode(": here\n\n")
    for (const stream of this.#streams) {
      stream.send(frame)
      void this.#look(stream)
    }
  }

  async #look(stream: Stream): Promise<void> {
    try {
      const actor = await this.#refresh(stream.actor)
      if (actor) stream.actor = actor
      else stream.close()
    } catch {
      stream.close() // whether they may still listen can't be known; the client comes again
    }
  }
}

function encode({ seq, at, kind, actor, about, data }: SealedFact): Uint8Array {
  return FRAME.encode(`id: ${seq}\nevent: ${kind}\ndata: ${JSON.stringify({ seq, at, kind, actor, about, data: data ?? {} })}\n\n`)
}

function mayHear(actor: PersonActor, audience: Audience): boolean {
  if (audience === "all") return true
  if (audience === "audit") return false
  if ("agent" in audience) return actor.kind === "agent" && actor.id === audience.agent
  return seesInbox(actor, audience.inboxes)
}
