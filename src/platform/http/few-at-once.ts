import type { Env, Context, MiddlewareHandler } from "hono"

interface Waiting {
  caller: string
  enter: () => void
}

/**
 * Lets so many in at a time, and so many of each caller: one who is slow holds up nobody but themselves. The others wait outside, their
 * bodies unread. `callerOf` gives null for a request that isn't meant.
 */
export function fewAtOnce<E extends Env>(
  { most, each }: { most: number; each: number },
  callerOf: (c: Context<E>) => string | null,
): MiddlewareHandler<E> {
  const inside: string[] = []
  const waiting: Waiting[] = []
  const fits = (caller: string) => inside.length < most && inside.filter((other) => other === caller).length < each
  const leave = (caller: string) => {
    inside.splice(inside.indexOf(caller), 1)
    const following = waiting.findIndex((one) => fits(one.caller))
    for (const one of following < 0 ? [] : waiting.splice(following, 1)) {
      inside.push(one.caller)
      one.enter()
    }
  }
  return async (c, next) => {
    const caller = callerOf(c)
    if (caller === null) return next()
    if (fits(caller)) inside.push(caller)
    else await new Promise<void>((enter) => waiting.push({ caller, enter }))
    try {
      await next()
    } finally {
      leave(caller)
    }
  }
}
