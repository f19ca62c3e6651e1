import type { Random } from "./random.ts"
import { Vocabulary } from "./vocabulary.ts"

export interface SomeFeed {
  name: string
  bytes: Buffer
}

/** Feeds as the press and weblogs write them: twenty-five items with their HTML, in four formats, and one of titles alone. */
export function someFeeds(random: Random): SomeFeed[] {
  const spoken = new Vocabulary("en", random)
  const items = Array.from({ length: 25 }, (_, n) => item(spoken, n))
  return [
    { name: "rss", bytes: rss(items, true) },
    { name: "rss-titles", bytes: rss(items, false) },
    { name: "atom", bytes: atom(items) },
    { name: "json", bytes: json(items) },
  ]
}

interface Item {
  title: string
  link: string
  html: string
  at: Date
}

function item(spoken: Vocabulary, n: number): Item {
  const words = (count: number) => spoken.say(count)
  const link = `https://news.example/2026/11/${n}-${words(4).replaceAll(" ", "-")}`
  const paragraphs = Array.from(
    { length: 6 },
    () => `<p>${words(45)} <a href="/tag/${words(1)}">${words(2)}</a>, <em>${words(3)}</em>.</p>`,
  )
  const html = `<figure><img src="https://img.example/${n}.jpg" alt="${words(3)}"><figcaption>${words(8)}</figcaption></figure>${paragraphs.join("\n")}`
  return { title: `${words(7)} & ${words(2)}`, link, html, at: new Date(Date.UTC(2026, 10, 22) - n * 3_600_000) }
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

function rss(items: readonly Item[], isWhole: boolean): Buffer {
  const written = items.map(
    ({ title, link, html, at }) =>
      `<item><title>${escaped(title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><pubDate>${at.toUTCString()}</pubDate><dc:creator>Maya Lang</dc:creator><category>news</category><description>${escaped(html.slice(-200).replace(/<[^>]*>?/g, ""))}</description>${isWhole ? `<content:encoded><![CDATA[${html}]]></content:encoded>` : ""}</item>`,
  )
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://news.example/</link><description>All of it</description>${written.join("\n")}</channel></rss>`,
  )
}

function atom(items: readonly Item[]): Buffer {
  const written = items.map(
    ({ title, link, html, at }) =>
      `<entry><title type="html">${escaped(escaped(title))}</title><link rel="alternate" href="${link}"/><id>${link}</id><updated>${at.toISOString()}</updated><author><name>Maya Lang</name></author><content type="html">${escaped(html)}</content></entry>`,
  )
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>https://news.example/</id><updated>2026-11-22T00:00:00Z</updated>${written.join("\n")}</feed>`,
  )
}

function json(items: readonly Item[]): Buffer {
  const written = items.map(({ title, link, html, at }) => ({
    id: link,
    url: link,
    title,
    content_html: html,
    date_published: at.toISOString(),
  }))
  return Buffer.from(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "News", items: written }))
}
