import type { Context, MiddlewareHandler } from "hono"

/** Lets so many in at a time; the others wait outside, their bodies unread. */
export function fewAtOnce(most: number, isMeant: (c: Context) => boolean): MiddlewareHandler {
  let inside = 0
  const waiting: (() => void)[] = []
  return async (c, next) => {
    if (!isMeant(c)) return next()
    if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside++
    try {
      await next()
    } finally {
      const following = waiting.shift()
      if (following) following()
      else inside--
    }
  }
}
