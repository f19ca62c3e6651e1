import type { PeopleEnv } from "#people"
import { isId, newRouter, NotFound, TooLarge } from "#platform"
import type { SourceReaders } from "../hearing/source-readers.ts"

const LARGEST = 5_000_000

/**
 * Where the outside pushes what was said (WebSub, webhooks of platforms): nobody signs in, the source's kind checks who it is. What isn't
 * a source that can be pushed to isn't there.
 */
export function pushRoutes({ readers }: { readers: SourceReaders }) {
  const routes = newRouter<PeopleEnv>()
  routes.on(["GET", "POST"], "/listening/push/:id", async (c) => {
    const id = c.req.param("id")
    if (!isId(id)) throw new NotFound("request.notFound")
    if (Number(c.req.header("content-length") ?? 0) > LARGEST) throw new TooLarge("listening.push.tooLarge")
    const body = new Uint8Array(await c.req.arrayBuffer())
    if (body.length > LARGEST) throw new TooLarge("listening.push.tooLarge")
    const url = new URL(c.req.url)
    const answer = await readers.push(id, { method: c.req.method, query: url.searchParams, headers: c.req.raw.headers, body })
    if (!answer) throw new NotFound("request.notFound")
    return new Response(answer.body || null, { status: answer.status, headers: { "content-type": "text/plain; charset=utf-8" } })
  })
  return routes
}
