import type { z } from "zod"
import type { SafeFetchOptions } from "#platform"
import { askJson } from "./ask-json.ts"
import type { SourceGround } from "./source-ground.ts"
import { type KeptThing, type LookedAgain, SourceTrouble } from "./source.ts"

/** there; gone: the place says that it was deleted. missing: it isn't where it stood. unsaid: the place doesn't say. */
export type Standing = "there" | "gone" | "missing" | "unsaid"

/** Looks at one after the other. A place that wants to be left alone is: what wasn't asked for yet is unsaid. @throws SourceTrouble */
export async function eachByItself<Kept extends KeptThing>(
  kept: readonly Kept[],
  look: (one: Kept) => Promise<Standing>,
): Promise<LookedAgain> {
  const found: Record<Standing, string[]> = { there: [], gone: [], missing: [], unsaid: [] }
  for (const [n, one] of kept.entries()) {
    try {
      found[await look(one)].push(one.key)
    } catch (error) {
      if (!(error instanceof SourceTrouble)) throw error
      const isOfAll = error.code === "throttled" || error.code === "unreachable" || error.code === "needs-approval"
      if (isOfAll && n === 0) throw error
      found.unsaid.push(...(isOfAll ? kept.slice(n).map(({ key }) => key) : [one.key]))
      if (isOfAll) break
    }
  }
  return { gone: found.gone, missing: found.missing, unsaid: found.unsaid }
}

interface Asking<T> extends SafeFetchOptions {
  /** What an answer that is there says. */
  read?: (value: T) => Standing
  /** What else than 404 and 410 says that it isn't there. */
  isGone?: (status: number, body: unknown) => boolean
}

/** Asks for one thing by its id. @throws SourceTrouble for what is said of no thing */
export async function standingOf<T>(
  ground: SourceGround,
  url: string,
  shape: z.ZodType<T>,
  { read = () => "there", isGone, ...options }: Asking<T> = {},
): Promise<Standing> {
  const gone = new SourceTrouble("gone")
  const judge = (status: number, body: unknown) => {
    // Whoever answers in JSON that there is no such thing is the place itself; a page may be of somebody in between.
    const isSaid = (status === 404 || status === 410) && typeof body === "object" && body !== null
    return isSaid || isGone?.(status, body) ? gone : null
  }
  try {
    return read((await askJson(ground, url, shape, { ...options, judge })).value)
  } catch (error) {
    if (error === gone) return "gone"
    if (error instanceof SourceTrouble && error.remark?.values?.["status"] === 404) return "missing"
    throw error
  }
}
