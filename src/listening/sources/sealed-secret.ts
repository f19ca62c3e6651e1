import { originsIn } from "#places"
import { type Keys, openSecret, sealSecret } from "#platform"
import type { Source } from "../tables.ts"
import type { Json, SourceKind } from "./source.ts"

type Kept = Pick<Source, "id" | "sealed_secret">

/** What a source's secret is sealed as belonging to. */
const sealedAs = (id: string): string => `sources:${id}`

export const sealSourceSecret = (keys: Keys, id: string, secret: Json): Buffer | null =>
  secret === null ? null : sealSecret(keys, sealedAs(id), JSON.stringify(secret))

/** Null where there is none. */
export const openSourceSecret = (keys: Keys, { id, sealed_secret }: Kept): unknown =>
  sealed_secret ? JSON.parse(openSecret(keys, sealedAs(id), sealed_secret)) : null

/** What was given, or, where that is a part of a secret (a new token of the same app), that part within what is kept. */
export function wholeSecret(kind: SourceKind | null, keys: Keys, source: Kept, given: unknown): unknown {
  const kept = isPart(kind, given) ? openSourceSecret(keys, source) : null
  return typeof kept === "object" && kept !== null ? { ...kept, ...Object(given) } : given
}

const isPart = (kind: SourceKind | null, given: unknown): boolean =>
  typeof given === "object" && given !== null && kind?.secret?.safeParse(given).success === false

/** Whether a change would show what is kept of a secret to a host that it wasn't given for; `given` is the secret as it came, if any did. */
export function isCarriedOff(
  kind: SourceKind | null,
  keys: Keys,
  source: Kept & Pick<Source, "settings">,
  given: unknown,
  after: { settings: unknown; secret: unknown },
): boolean {
  const isKept = source.sealed_secret !== null && (given === undefined || isPart(kind, given))
  if (!isKept) return false
  const known = new Set([...originsIn(source.settings), ...originsIn(openSourceSecret(keys, source))])
  return [...originsIn(after.settings), ...originsIn(after.secret)].some((origin) => !known.has(origin))
}
