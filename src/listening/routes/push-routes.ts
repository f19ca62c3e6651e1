import type { PeopleEnv } from "#people"
import { type Database, isId, newRouter, NotFound, TooLarge } from "#platform"
import { isPushedTo, PushLine } from "../hearing/push-line.ts"
import type { SourceReaders } from "../hearing/source-readers.ts"
import type { SourceKind } from "../sources/source.ts"

const LARGEST = 5_000_000

/** Where the outside pushes to a source. */
export const pushUrlOf = (url: URL, sourceId: string): string => new URL(`/listening/push/${sourceId}`, url).href

/** So many bytes may come. @throws TooLarge */
function sizeOf({ headers, body }: Request): number {
  const told = headers.get("content-length")
  const size = told === null ? (body ? LARGEST : 0) : Number(told)
  if (size > LARGEST) throw new TooLarge("listening.push.tooLarge")
  return size
}

/** The bytes as they came; whoever sends more than may be isn't listened to any longer. @throws TooLarge */
async function bodyOf({ body }: Request): Promise<Uint8Array> {
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
export function pushRoutes({ db, kinds, readers }: { db: Database; kinds: readonly SourceKind[]; readers: SourceReaders }) {
  const line = new PushLine()
  const routes = newRouter<PeopleEnv>()
  routes.on(["GET", "POST"], "/listening/push/:id", async (c) => {
    const id = c.req.param("id")
    if (!isId(id) || !(await isPushedTo(db, kinds, id))) throw new NotFound("request.notFound")
    const { method, url, raw } = c.req
    const answer = await line.take(id, sizeOf(raw), async () => {
      const body = await bodyOf(raw)
      return readers.push(id, { method, query: new URL(url).searchParams, headers: raw.headers, body })
    })
    if (!answer) throw new NotFound("request.notFound")
    return new Response(answer.body || null, { status: answer.status, headers: { "content-type": "text/plain; charset=utf-8" } })
  })
  return routes
}
