/** Mails made to break their reader: small to send, dear to read. From the field notes, security § 8. */
export function bombs(): Map<string, Buffer> {
  return new Map(Object.entries(recipes).map(([name, make]) => [name, Buffer.from(make(), "latin1")]))
}

const head = "From: a@example.com\r\nTo: b@example.com\r\nSubject: bomb\r\nMessage-ID: <bomb@example.com>\r\n"
const html = (body: string) => `${head}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`
const plain = (body: string) => `${head}\r\n${body}`

const recipes: Record<string, () => string> = {
  "20,000 nested divs": () => html("<div>".repeat(20_000) + "deep" + "</div>".repeat(20_000)),
  "300,000 nested b closed as i": () => html("<b>".repeat(300_000) + "deep" + "</i>".repeat(300_000)),
  "50,000 attributes": () => html(`<div ${"a=1 ".repeat(50_000)}>many</div>`),
  "3,000 nested tables": () => html("<table><tr><td>".repeat(3_000) + "deep" + "</td></tr></table>".repeat(3_000)),
  "20,000 links": () => html('<a href="https://example.com/x">x</a>'.repeat(20_000)),
  "2 MB of text": () => plain("word ".repeat(400_000)),
  "2 MB in one line": () => plain("a".repeat(2_000_000)),
  "2 MB of angle brackets": () => html("<".repeat(2_000_000)),
  "unclosed quotes in tags": () => html('<a href="'.repeat(200_000)),
  "100,000 parts": () => `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\n\r\n".repeat(100_000)}`,
  "1,000 nested messages": () => `${head}${"Content-Type: message/rfc822\r\n\r\n".repeat(1_000)}deep`,
  "20,000 nested multiparts": () =>
    head + Array.from({ length: 20_000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join(""),
  "10 MB header": () => `${head}X-Long: ${"x".repeat(10_000_000)}\r\n\r\nbody`,
  "200,000 headers": () => `${head}${"X-A: b\r\n".repeat(200_000)}\r\nbody`,
  "150,000 addresses": () => `${head}Cc: ${"a@b.example, ".repeat(150_000)}c@d.example\r\n\r\nbody`,
  "250 kB of commas in To": () => `${head}Cc: ${",".repeat(250_000)}\r\n\r\nbody`,
  "100,000 parentheses": () => `From: ${"(".repeat(100_000)}a@example.com\r\n\r\nbody`,
  "20,000 nested groups": () => `From: ${"g:".repeat(20_000)}a@example.com\r\n\r\nbody`,
  "64 kB of encoded words": () => `${head}Subject: ${"=?utf-8?Q?=C3?= ".repeat(4_000)}\r\n\r\nbody`,
  "120,000 folds": () => `${head}X-Folded: a${"\r\n b".repeat(60_000)}\r\n\r\nbody`,
  "100,000 parameters": () => `${head}Content-Type: text/plain${"; a=b".repeat(45_000)}\r\n\r\nbody`,
  "one image 1,500 times": () =>
    `${head}Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n${'<img src="cid:i">'.repeat(1_500)}\r\n--r\r\nContent-Type: image/png\r\nContent-ID: <i>\r\nContent-Transfer-Encoding: base64\r\n\r\n${"QUJD".repeat(100_000)}\r\n--r--`,
  "TNEF that stands still": () => tnef("78 9f 3e 22 00 00 01 02 90 06 00 00 00 00 00 00 00".replaceAll(" ", "")),
  "TNEF with endless properties": () => tnef(`789f3e220000 01 03900600 ffffff7f ffffffff`.replaceAll(" ", "")),
  "TNEF with 4 billion values": () => tnef("789f3e22000001039006000c000000010000001e103d3affffffff0000".padEnd(200, "0")),
  "300,000 quote levels": () => plain(`${">".repeat(300_000)}\r\n`.repeat(3)),
  "200,000 attributions": () => plain("On 1 Jan 2020, a <a@b.example>\r\n".repeat(60_000)),
  "100,000 header labels": () => plain("From: a\r\n".repeat(100_000)),
  "uuencode never ending": () => plain("begin 644 a\r\n".repeat(100_000)),
  "100,000 dashes lines": () => `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b2\r\n".repeat(300_000)}`,
  "calendar of semicolons": () => `${head}Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\n${`A${";".repeat(9_000)}\r\n`.repeat(100)}`,
  "soft breaks": () => `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${"=\r\n".repeat(500_000)}`,
  "flowed for ever": () => `${head}Content-Type: text/plain; format=flowed\r\n\r\n${"a \r\n".repeat(500_000)}`,
  entities: () => html("&amp".repeat(500_000)),
  styles: () => html(`<p style="${"color:red;".repeat(100_000)}">x</p>`),
  comments: () => html("<!--".repeat(500_000)),
}

function tnef(hex: string): string {
  const base64 = Buffer.from(hex, "hex").toString("base64")
  return `${head}Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`
}
