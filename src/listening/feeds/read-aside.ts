import { FeedThread } from "./feed-thread.ts"
import { type FeedContext, type FeedRead, readFeed } from "./read-feed.ts"

/** What is smaller takes a few milliseconds, whatever is in it. */
const SMALL = 200_000

let thread: FeedThread | null = null

/** Reads a feed; a large one in a thread of its own, which is ended where it takes too long, and by itself when there is nothing to read. */
export async function readFeedAside(bytes: Uint8Array, context: FeedContext): Promise<FeedRead> {
  if (bytes.length <= SMALL) return readFeed(bytes, context)
  thread ??= new FeedThread()
  return thread.read(bytes, context)
}
