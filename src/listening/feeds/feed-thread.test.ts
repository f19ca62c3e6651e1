import assert from "node:assert/strict"
import { test } from "node:test"
import { FeedThread } from "./feed-thread.ts"

test("a thread reads one large feed after the other", async () => {
  const thread = new FeedThread()
  const feed = Buffer.from(`<rss><channel><title>Lilas</title><item><title>Un</title><guid>1</guid></item></channel></rss>`)
  for (const time of ["first", "second", "third"]) {
    const read = await thread.read(feed, { url: "https://lilas.example/feed", contentType: "application/rss+xml" })
    assert.ok(!("unreadable" in read), time)
  }
})
