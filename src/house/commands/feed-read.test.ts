import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import { test } from "node:test"

const CLI = new URL("../cli.ts", import.meta.url).pathname

async function feedRead(input: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", CLI, "feed", "read", ...args], {
    env: { PATH: process.env["PATH"], LANG: "C" },
    stdio: "pipe",
  })
  const ended = once(child, "close")
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: (await ended)[0] as number, out, err: err.trim() }
}

test("a feed on standard input comes out as JSON, safe, its addresses whole where it says from where it comes", async () => {
  const xml =
    '<rss version="2.0"><channel><title>Été</title><item><description>&lt;a href="/a" onclick="x()">a&lt;/a></description></item></channel></rss>'
  const { code, out } = await feedRead(xml, "--url", "https://a.example/feed.xml")
  const feed = JSON.parse(out) as { format: string; title: { text: string }; items: { summary: { html: string } }[] }
  assert.deepEqual([code, feed.format, feed.title.text], [0, "rss 2.0", "Été"])
  assert.equal(feed.items[0]?.summary.html, '<a href="https://a.example/a">a</a>')
})

test("what can't be read says in a line what would be right", async () => {
  assert.match((await feedRead("<!doctype html><html></html>")).err, /web page.*rel="alternate"/)
  assert.match((await feedRead("", "nowhere.xml")).err, /nowhere\.xml/)
  const { code, err } = await feedRead("", "--url", "feed.xml")
  assert.deepEqual([code, err], [2, "“feed.xml” isn’t an address like https://example.com/feed.xml."])
})
