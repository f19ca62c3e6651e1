/** When the tests of feeds begin. */
export const NOW = "2026-11-22T10:00:00Z"

export const item = (n: number, title = `Title ${n}`): string =>
  `<item><title>${title}</title><link>https://news.example/${n}</link><guid>${n}</guid><pubDate>Sun, 22 Nov 2026 0${n}:00:00 GMT</pubDate><description>&lt;p&gt;Words &lt;b&gt;${n}&lt;/b&gt;&lt;/p&gt;</description></item>`

export const rss = (items: string, head = ""): string => `<rss version="2.0"><channel><title>News</title>${head}${items}</channel></rss>`
