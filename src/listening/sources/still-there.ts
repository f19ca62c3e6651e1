import type { z } from "zod"
import { MINUTE, type SafeFetchOptions } from "#platform"
import { askJson } from "./ask-json.ts"
import type { SourceGround } from "./source-ground.ts"
import { type KeptThing, type LookedAgain, SourceTrouble } from "./source.ts"

/** there; gone: the place says that it was deleted. missing: it isn't where it stood. unsaid: the place doesn't say. */
export type Standing = "there" | "gone" | "missing" | "unsaid"

/** So long one source is asked; what it wasn't asked for until then is asked for later. */
const BUDGET = MINUTE

/**
 * Looks at one after the other, until the place wants to be left alone or the time is up. What `look` gives no standing of wasn't asked for.
 * @throws SourceTrouble where nothing could be asked for
 */
export async function eachByItself<Kept extends KeptThing>(
  kept: readonly Kept[],
  look: (one: Kept) => Promise<Standing | null>,
  budget = BUDGET,
): Promise<LookedAgain> {
  const found: Record<Standing | "unasked", string[]> = { there: [], gone: [], missing: [], unsaid: [], unasked: [] }
  const end = performance.now() + budget
  let stopped: SourceTrouble | null = null
  for (const [n, one] of kept.entries()) {
    if (stopped !== null || (n > 0 && performance.now() >= end)) {
      found.unasked.push(one.key)
      continue
    }
    try {
      found[(await look(one)) ?? "unasked"].push(one.key)
    } catch (error) {
      if (!(error instanceof SourceTrouble)) throw error
      const isOfAll = error.code === "throttled" || error.code === "unreachable" || error.code === "needs-approval"
      if (isOfAll && n === 0) throw error
      if (isOfAll) stopped = error
      found[isOfAll ? "unasked" : "unsaid"].push(one.key)
    }
  }
  const { gone, missing, unsaid, unasked } = found
  return {
    gone,
    missing,
    unsaid,
    ...(unasked.length > 0 ? { unasked: { keys: unasked, until: stopped?.until ?? null, trouble: stopped } } : {}),
  }
}

interface Asking<T> extends SafeFetchOptions {
  /** What an answer that is there says. */
  read?: (value: T) => Standing
  /** What an answer says by its status and words, where it says it in its own way. */
  judged?: (status: number, body: unknown) => Standing | null
}

/** Asks for one thing by its id. @throws SourceTrouble for what is said of no thing */
export async function standingOf<T>(
  ground: SourceGround,
  url: string,
  shape: z.ZodType<T>,
  { read = () => "there", judged = goneByStatus, ...options }: Asking<T> = {},
): Promise<Standing> {
  let found: Standing | null = null
  const judge = (status: number, body: unknown) => {
    found = judged(status, body)
    return found === null ? null : new SourceTrouble("gone")
  }
  try {
    return read((await askJson(ground, url, shape, { ...options, judge })).value)
  } catch (error) {
    if (found !== null) return found
    if (error instanceof SourceTrouble && error.remark?.values?.["status"] === 404) return "missing"
    throw error
  }
}

/** Whoever answers in JSON that there is no such thing is the place itself; a page may be of somebody in between. */
function goneByStatus(status: number, body: unknown): Standing | null {
  return (status === 404 || status === 410) && typeof body === "object" && body !== null ? "gone" : null
}
