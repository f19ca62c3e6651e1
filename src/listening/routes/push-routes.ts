import type { PeopleEnv } from "#people"
import { isId, newRouter, NotFound, TooLarge } from "#platform"
import type { SourceReaders } from "../hearing/source-readers.ts"

const LARGEST = 5_000_000

/** Where the outside pushes to a source. */
export const pushUrlOf = (url: URL, sourceId: string): string => new URL(`/listening/push/${sourceId}`, url).href

/** The bytes as they came; whoever sends more than may be isn't listened to any longer. @throws TooLarge */
async function bodyOf({ headers, body }: Request): Promise<Uint8Array> {
  if (Number(headers.get("content-length") ?? 0) > LARGEST) throw new TooLarge("listening.push.tooLarge")
  const chunks: Uint8Array[] = []
  let size = 0
  for (const reader = body?.getReader(); reader;) {
    const { value, done } = await reader.read()
    if (done) break
    size += value.length
    if (size > LARGEST) throw new TooLarge("listening.push.tooLarge")
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

/**
 * Where the outside pushes what was said (WebSub, webhooks of platforms): nobody signs in, the source's kind checks who it is. What isn't
 * a source that can be pushed to isn't there.
 */
export function pushRoutes({ readers }: { readers: SourceReaders }) {
  const routes = newRouter<PeopleEnv>()
  routes.on(["GET", "POST"], "/listening/push/:id", async (c) => {
    const id = c.req.param("id")
    if (!isId(id)) throw new NotFound("request.notFound")
    const body = await bodyOf(c.req.raw)
    const url = new URL(c.req.url)
    const answer = await readers.push(id, { method: c.req.method, query: url.searchParams, headers: c.req.raw.headers, body })
    if (!answer) throw new NotFound("request.notFound")
    return new Response(answer.body || null, { status: answer.status, headers: { "content-type": "text/plain; charset=utf-8" } })
  })
  return routes
}
