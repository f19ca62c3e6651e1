import type { SourceGround } from "../source-ground.ts"
import type { Json, Reading } from "../source.ts"
import { sourceOf } from "../served.fixture.ts"
import type { Stage } from "./stage.fixture.ts"

export interface HeardSoFar {
  texts: string[]
  keys: string[]
  gone: string[]
  cursor: Json
  readings: Reading[]
}

/** Longer than any of this takes on a busy machine. */
const PATIENCE = 8_000

/** Looks once, or follows until enough was heard; `meanwhile` is done as soon as a stream is open. */
export async function hear(
  stage: Stage,
  ground: SourceGround,
  cursor: Json,
  enough: (so: HeardSoFar) => boolean,
  meanwhile: () => void = () => {},
): Promise<HeardSoFar> {
  const readings: Reading[] = []
  const so = (): HeardSoFar => ({
    texts: readings.flatMap(({ heard }) => heard.map(({ text }) => text)),
    keys: readings.flatMap(({ heard }) => heard.map(({ key }) => key)),
    gone: readings.flatMap(({ gone }) => gone),
    cursor: readings.at(-1)?.cursor ?? cursor,
    readings,
  })
  const { kind, settings, secret } = stage
  if (kind.read) {
    meanwhile()
    do readings.push(await kind.read(ground, sourceOf(settings, so().cursor, secret)))
    while (readings.at(-1)!.more)
    return so()
  }
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)])
  let isOpen = false
  const take = (reading: Reading): Promise<void> => {
    readings.push(reading)
    if (!isOpen) meanwhile()
    isOpen = true
    if (enough(so())) stop.abort()
    return Promise.resolve()
  }
  await kind.follow!(ground, sourceOf(settings, cursor, secret), take, signal).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return so()
}
