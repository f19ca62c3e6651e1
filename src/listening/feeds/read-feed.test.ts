import assert from "node:assert/strict"
import { test } from "node:test"
import type { Feed } from "./feed.ts"
import { readFeedAside } from "./read-aside.ts"
import { type FeedContext, readFeed } from "./read-feed.ts"

function read(written: string | Buffer, context: FeedContext = {}): Feed {
  const outcome = readFeed(Buffer.from(written), context)
  assert.ok("feed" in outcome, "unreadable" in outcome ? outcome.unreadable : "")
  return outcome.feed
}
const rss = (channel: string) => `<?xml version="1.0"?><rss version="2.0"><channel>${channel}</channel></rss>`

test("an ordinary feed of each kind tells the same things", () => {
  const feeds = [
    rss(
      "<title>News</title><link>https://a.example/</link><item><title>One</title><link>https://a.example/1</link><guid>g1</guid><description>&lt;p&gt;Bonjour&lt;/p&gt;</description><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><author>m@a.example (Maya)</author></item>",
    ),
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://a.example/"/><entry><title>One</title><link href="https://a.example/1"/><id>g1</id><summary type="html">&lt;p>Bonjour&lt;/p></summary><published>2026-11-02T10:00:00Z</published><author><name>Maya</name><email>m@a.example</email></author></entry></feed>`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>News</title><link>https://a.example/</link></channel><item rdf:about="g1"><title>One</title><link>https://a.example/1</link><description>&lt;p>Bonjour&lt;/p></description><d:date>2026-11-02T10:00:00Z</d:date><d:creator>Maya (m@a.example)</d:creator></item></rdf:RDF>`,
  ]
  for (const feed of feeds.map((each) => read(each))) {
    const [item] = feed.items
    assert.deepEqual([feed.title?.text, feed.link], ["News", "https://a.example/"])
    assert.deepEqual([item?.id, item?.title?.text, item?.link], ["g1", "One", "https://a.example/1"])
    assert.deepEqual([item?.summary?.text, item?.summary?.html], ["Bonjour", "<p>Bonjour</p>"])
    assert.equal((item?.published ?? item?.updated)?.toISOString(), "2026-11-02T10:00:00.000Z")
    assert.deepEqual([item?.authors[0]?.name, item?.authors[0]?.email], ["Maya", "m@a.example"])
  }
})

test("a JSON Feed is read, and its hub found; a field of the wrong kind is passed over", () => {
  const feed = read(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "News",
      home_page_url: "https://a.example/",
      language: "fr",
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
      items: [
        {
          id: 7,
          url: "/7",
          content_html: "<p>Oui <script>alert(1)</script></p>",
          date_published: "2026-11-02T10:00:00Z",
          tags: "not a list",
        },
        null,
        { id: "8", content_text: "a < b", authors: [{ name: "Maya" }] },
      ],
    }),
  )
  assert.deepEqual([feed.format, feed.hubs, feed.language], ["json 1.1", ["https://hub.example/"], "fr"])
  assert.deepEqual(
    feed.items.map(({ id, link, content, authors }) => [id, link, content?.text, content?.html, authors[0]?.name]),
    [
      ["7", "/7", "Oui", "<p>Oui </p>", undefined],
      ["8", null, "a < b", null, "Maya"],
    ],
  )
})

test("what is broken is read as far as it goes", () => {
  const titles = (xml: string) => read(xml).items.map(({ title }) => title?.text)
  assert.deepEqual(titles("<rss><channel><item><title>One</title><item><title>Two</title>"), ["One", "Two"])
  assert.deepEqual(titles(rss("<item><title>AT&T < Orange & co</title></item>")), ["AT&T < Orange & co"])
  assert.deepEqual(titles(rss("<item><Title>One</TITLE></item><item><title>Two</title></item>")), ["One", "Two"])
  assert.deepEqual(titles(rss("<item><title><![CDATA[never closed</title></item>")), ["never closed</title></item></channel></rss>"])
  assert.deepEqual(titles(rss("</b></item><item><title>One</titel></item><item><title>Two</title></item>")), ["One", "Two"])
  assert.deepEqual(titles('  \n<?xml version="1.0"?>\n<rss><item><title>Beside</title></item></rss>'), ["Beside"])
  assert.deepEqual(titles("<item><title>Bare</title></item>"), ["Bare"])
  assert.deepEqual(titles(rss("<item><title>A &amp;amp; B &eacute;</title></item>")), ["A & B é"])
})

test("bytes say their charset in one way or another", () => {
  const title = (bytes: Buffer, contentType: string | null = null) => {
    const feed = read(bytes, { contentType })
    return [feed.title?.text, feed.encoding]
  }
  const latin = (declaration: string) => Buffer.from(`${declaration}<rss><channel><title>Été à Orléans</title></channel></rss>`, "latin1")
  const utf8 = Buffer.from("<rss><channel><title>Été</title></channel></rss>")
  assert.deepEqual(title(latin('<?xml version="1.0" encoding="ISO-8859-1"?>')), ["Été à Orléans", "iso-8859-1"])
  assert.deepEqual(title(latin(""), "application/rss+xml; charset=windows-1252"), ["Été à Orléans", "windows-1252"])
  assert.deepEqual(title(latin('<?xml version="1.0" encoding="utf-8"?>')), ["Été à Orléans", "windows-1252"])
  assert.deepEqual(title(utf8, "text/xml"), ["Été", "utf-8"])
  assert.deepEqual(title(utf8, "text/xml; charset=us-ascii"), ["Été", "utf-8"])
  assert.deepEqual(title(Buffer.from("\ufeff<rss><channel><title>Été</title></channel></rss>", "utf16le")), ["Été", "utf-16le"])
  const russian = Buffer.from(
    "<rss><channel><title>\xcf\xf0\xe8\xe2\xe5\xf2, \xf7\xe8\xf2\xe0\xf2\xe5\xeb\xfc</title></channel></rss>",
    "latin1",
  )
  assert.deepEqual(title(russian), ["Привет, читатель", "windows-1251"])
})

test("addresses are whole, and none of them runs", () => {
  const xml = rss(
    '<item xml:base="https://b.example/x/"><link>javascript:alert(1)</link><comments>c</comments><description><![CDATA[<a href="y">y</a><a href="jav&#x09;ascript:alert(1)">z</a><img src="/p.png" onerror="alert(1)">]]></description></item>',
  )
  const [item] = read(xml, { url: "https://a.example/feed" }).items
  assert.deepEqual([item?.link, item?.comments], [null, "https://b.example/x/c"])
  assert.equal(item?.summary?.html, '<a href="https://b.example/x/y">y</a><a>z</a><img data-remote-src="https://b.example/p.png" />')
})

test("what is no feed says what it is", () => {
  const why = (written: string) => {
    const outcome = readFeed(Buffer.from(written))
    return "unreadable" in outcome && outcome.unreadable
  }
  assert.equal(why(" \n "), "empty")
  assert.equal(why("<!doctype html><html><body>404</body></html>"), "page")
  assert.equal(why("PK\u0003\u0004"), "not-a-feed")
  assert.equal(why('{"a":1}'), "not-a-feed")
})

const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("")
for (const [name, xml] of [
  ["a billion laughs", `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rss("<title>&l10;</title><item><title>One</title></item>")}`],
  [
    "an entity of itself",
    `<!DOCTYPE rss [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>${rss("<title>&a;</title><item><title>One</title></item>")}`,
  ],
  [
    "a file of this machine",
    `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss("<title>&a;</title><item><title>One</title></item>")}`,
  ],
  ["a million nested elements", rss(`<item><title>One</title></item>${"<a>".repeat(1_000_000)}`)],
  ["a million nested, closed otherwise", rss(`<item><title>One</title></item>${"<a>".repeat(500_000)}${"</b>".repeat(500_000)}`)],
  ["a million elements", rss(`<item><title>One</title></item>${"<a/>".repeat(1_000_000)}`)],
  ["a tag that never ends", rss(`<item><title>One</title></item><a b="${"x".repeat(5_000_000)}`)],
  ["a million attributes", rss(`<item><title>One</title></item><a ${'b="" '.repeat(1_000_000)}/>`)],
  ["a million less-than signs", rss(`<item><title>One</title></item>${"< ".repeat(1_000_000)}`)],
  ["a million ampersands", rss(`<item><title>One</title></item><item>${"&amp;&x;&".repeat(300_000)}</item>`)],
  ["comments without end", rss(`<item><title>One</title></item>${"<!-- ".repeat(500_000)}`)],
  ["CDATA without end", rss(`<item><title>One</title></item>${"<![CDATA[".repeat(500_000)}`)],
  ["instructions without end", rss(`<item><title>One</title></item>${"<?a ".repeat(500_000)}`)],
  ["instructions", rss(`<item><title>One</title></item>${"<?a >".repeat(500_000)}`)],
  ["document types", `${"<!DOCTYPE a [>".repeat(300_000)}${rss("<item><title>One</title></item>")}`],
  ["namespaces at every turn", rss(`<item><title>One</title></item>${'<a xmlns:b="c">'.repeat(200_000)}`)],
  ["quotes never closed", rss(`<item><title>One</title></item>${'<a b="'.repeat(300_000)}`)],
  ["20,000 items", rss("<item><title>One</title></item>".repeat(20_000))],
  ["20,000 nested divs in one item", rss(`<item><title>One</title><description>${"&lt;div&gt;".repeat(20_000)}</description></item>`)],
  ["a people of commas", rss(`<item><title>One</title><author>${"a@,(".repeat(300_000)}</author></item>`)],
  ["a date of digits", rss(`<item><title>One</title><pubDate>${"1 ".repeat(1_000_000)}</pubDate></item>`)],
  ["JSON, nested", `{"items":[{"title":"One"}],"x":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`],
] as const) {
  test(`${name} costs next to nothing, and the item before it is read`, () => {
    const { user, system } = process.cpuUsage()
    const feed = read(xml)
    const spent = process.cpuUsage()
    assert.equal(feed.items[0]?.title?.text, "One")
    assert.ok(feed.items.length <= 2_000)
    assert.ok(JSON.stringify(feed).length < 6_000_000, "what is read is no larger than what was sent")
    assert.doesNotMatch(JSON.stringify(feed), /root:/)
    const ms = (spent.user + spent.system - user - system) / 1000
    assert.ok(ms < 2_500, `${Math.round(ms)} ms`)
  })
}

test("large feeds that come one after the other are all read, aside", async () => {
  const large = Buffer.from(rss(`<title>News</title><description>${"One ".repeat(60_000)}</description><item><title>One</title></item>`))
  for (const time of ["first", "again"]) {
    const outcome = await readFeedAside(large, {})
    assert.equal("feed" in outcome && outcome.feed.items.length > 0, true, `${time}: ${JSON.stringify(outcome).slice(0, 60)}`)
  }
})
