import assert from "node:assert/strict"
import { test } from "node:test"
import { textToHtml } from "./text-to-html.ts"

const link = (href: string, text: string) => `<a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`

for (const [text, html] of [
  ['<b onclick="x">&\'', "&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;"],
  ["see https://example.com/a?b=1&c=2.", `see ${link("https://example.com/a?b=1&amp;c=2", "https://example.com/a?b=1&amp;c=2")}.`],
  ["(www.example.com)", `(${link("https://www.example.com/", "www.example.com")})`],
  ["https://en.wikipedia.org/wiki/A_(b)", link("https://en.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_(b)")],
  ["write to ann@example.com!", `write to ${link("mailto:ann@example.com", "ann@example.com")}!`],
  ["tel:+33123456789", link("tel:+33123456789", "tel:+33123456789")],
  ["javascript:alert(1) data:text/html,x ftp://e.example", "javascript:alert(1) data:text/html,x ftp://e.example"],
  ['https://e.example/"onmouseover="x', `${link("https://e.example/", "https://e.example/")}&quot;onmouseover=&quot;x`],
  ["https://e.example/\u202egpj.exe", `${link("https://e.example/", "https://e.example/")}\u202egpj.exe`],
  ["a\nb", "a<br>\nb"],
] as const) {
  test(JSON.stringify(text), () => assert.equal(textToHtml(text), html))
}
