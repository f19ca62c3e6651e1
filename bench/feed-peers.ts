import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { z } from "zod"

/** Another reader of feeds: throws where it can't. */
export interface FeedPeer {
  name: string
  read: (text: string) => unknown
}

/** One of them reads only when it's asked for a field: then all are. */
function whole(feed: unknown): unknown {
  const lazy = z.object({ toJSON: z.custom<() => unknown>((value) => typeof value === "function") }).safeParse(feed)
  return lazy.success ? lazy.data.toJSON.call(feed) : feed
}

const reads = z.custom<(text: string) => unknown>((value) => typeof value === "function")

/**
 * The readers installed in the folder that VIGIE_BENCH_PEERS names (`npm install --prefix FOLDER feedsmith @rowanmanning/feed-parser`).
 * They are no packages of Vigie.
 */
export async function feedPeers(): Promise<FeedPeer[]> {
  const folder = process.env["VIGIE_BENCH_PEERS"]
  if (!folder || !existsSync(join(folder, "node_modules"))) return []
  const require = createRequire(join(folder, "package.json"))
  const peers: FeedPeer[] = []
  for (const name of ["feedsmith", "@rowanmanning/feed-parser"]) {
    const module: unknown = await import(pathToFileURL(require.resolve(name)).href)
    const { parseFeed } = z.object({ parseFeed: reads }).parse(module)
    peers.push({ name, read: (text) => whole(parseFeed(text)) })
  }
  return peers
}
