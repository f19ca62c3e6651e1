import assert from "node:assert/strict"
import { test } from "node:test"
import { sanitiseHtml } from "./sanitise-html.ts"

for (const [hostile, harmless] of [
  ["<script>alert(1)</script>x", "x"],
  ["<svg><script>alert(1)</script></svg>x", "x"],
  ["<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>x", "x"],
  ['<p onclick="alert(1)" id="a" class="b">x</p>', "<p>x</p>"],
  ['<a href="javascript:alert(1)">x</a>', "<a>x</a>"],
  ['<a href="java\tscript:alert(1)">x</a>', "<a>x</a>"],
  ['<a href="data:text/html,x">x</a>', "<a>x</a>"],
  ['<a href="/relative">x</a>', "<a>x</a>"],
  [
    '<a href="https://example.com" target="_self" rel="opener">x</a>',
    '<a href="https://example.com/" target="_blank" rel="noopener noreferrer">x</a>',
  ],
  ['<img src="https://example.com/p.gif" srcset="https://example.com/q 2x">', '<img data-remote-src="https://example.com/p.gif" />'],
  ['<img src="//example.com/p.gif">', '<img data-remote-src="https://example.com/p.gif" />'],
  ['<img src="cid:a%40b">', '<img data-cid="a@b" />'],
  ['<img src="data:image/png;base64,AAAA">', '<img src="data:image/png;base64,AAAA" />'],
  ['<img src="data:image/svg+xml;base64,AAAA">', "<img />"],
  ['<img data-remote-src="javascript:1" data-cid="x" src="ftp://e.example/x">', "<img />"],
  ['<table background="https://example.com/x"><tr><td>x</td></tr></table>', "<table><tr><td>x</td></tr></table>"],
  ['<p style="color:red;background:url(https://e.example/x);position:fixed;COLOR:blue">x</p>', '<p style="color:red;color:blue">x</p>'],
  ['<p style="color:var(--x);width:expression(alert(1));font-size:1px">x</p>', "<p>x</p>"],
  ["<style>@import url(//e.example)</style><link rel=stylesheet href=//e.example><meta http-equiv=refresh content=0>x", "x"],
  ['<form action="https://e.example"><input name=a><button>Go</button>x</form>', "x"],
  ["<iframe src=//e.example></iframe><object data=x></object><embed src=x><base href=//e.example>x", "x"],
  ["<blockquote type=cite>x</blockquote>", '<blockquote data-mail="quote">x</blockquote>'],
  ['<div data-mail="signature">x</div>', "<div>x</div>"],
] as const) {
  test(`${hostile} becomes ${harmless}`, () => assert.deepEqual(sanitiseHtml(hostile), { html: harmless, warning: null }))
}

for (const [what, html, warning] of [
  ["20,000 nested divs", "<div>".repeat(20_000), "html.too-deep"],
  ["50,000 attributes", `<p ${"a=1 ".repeat(50_000)}>`, "html.too-many-attributes"],
  ["a tag that hides thousands behind a quote", `<a =">${"<b>".repeat(1_000)}`, "html.too-many-attributes"],
  ["6 million characters", "x".repeat(6_000_000), "html.too-large"],
  ["400,000 tags", "<p>x".repeat(400_000), "html.too-large"],
] as const) {
  test(`${what} are not given to the sanitiser`, () => assert.deepEqual(sanitiseHtml(html), { html: null, warning }))
}

test("a newsletter's depth and a photograph in the text are ordinary", () => {
  assert.equal(sanitiseHtml(`${"<table><tr><td>".repeat(80)}x`).warning, null)
  assert.equal(sanitiseHtml(`<img src="data:image/jpeg;base64,${"AAAA".repeat(500_000)}">`).warning, null)
})
