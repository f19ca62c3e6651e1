import assert from "node:assert/strict"
import { test } from "node:test"
import { isOneAuthor, readAuthor } from "./identity.ts"
import { KnownLooks } from "./sender/known-looks.ts"

/** From lines of espoofer, mailsploit and the field: one author or not, the address shown, the warning that says why. */
const lines: readonly (readonly [lines: readonly string[], one: boolean, address: string, warning?: string])[] = [
  [["Ann <ann@example.com>"], true, "ann@example.com"],
  [["ann@example.com <ann@example.com>"], true, "ann@example.com"],
  [['"Doe, Ann" <ann@example.com>'], true, "ann@example.com"],
  [["José <jose@müller.example>"], true, "jose@müller.example"],
  [["ann@example.com", "evil@attack.com"], false, "ann@example.com", "from.multiple"],
  [["<ann@example.com>, <evil@attack.com>"], false, "ann@example.com", "from.multiple"],
  [["=?utf-8?b?YWRtaW5AbGVnaXQuY29t?=, evil@attack.com"], false, "evil@attack.com", "from.multiple"],
  [["admin@legit.com;evil@attack.com"], false, "admin@legit.com", "from.multiple"],
  [["<@attack.com,@any.com:admin@legit.com>"], false, "@attack.com,@any.com:admin@legit.com", "from.malformed"],
  [["=?utf-8?B?PGFkbWluQGxlZ2l0LmNvbT4=?=<evil@attack.com>"], false, "evil@attack.com", "from.hidden-address"],
  [["=?utf-8?b?YWRtaW5AbGVnaXQuY29t?=@attack.com"], false, "=?utf-8?b?YWRtaW5AbGVnaXQuY29t?=@attack.com", "from.malformed"],
  [["=?utf-8?b?YWRtaW5AbGVnaXQuY29tAA==?=@attack.com"], false, "=?utf-8?b?YWRtaW5AbGVnaXQuY29tAA==?=@attack.com", "from.control"],
  [["=?utf-8?Q?potus=40whitehouse.gov=0A=00?= <evil@attack.com>"], false, "evil@attack.com", "from.control"],
  [["admin@legit.com\u0000@attack.com"], false, "admin@legit.com@attack.com", "from.control"],
  [["admin@legit.com\uff20attack.com"], false, "admin@legit.com\uff20attack.com", "from.malformed"],
  [['"admin@legit.com <x"@attack.com'], false, "admin@legit.com <x@attack.com", "from.malformed"],
  [['"ann smith"@example.com'], false, "ann smith@example.com", "from.malformed"],
  [["Team: admin@legit.com;"], false, "admin@legit.com", "from.group"],
  [["Team: admin@legit.com, evil@attack.com;"], false, "admin@legit.com", "from.group"],
  [["undisclosed-recipients:;"], false, "", "from.no-address"],
  [["admin@legit.com:evil@attack.com"], false, "evil@attack.com", "from.group"],
  [["admin@legit.com <evil@attack.com>"], false, "evil@attack.com", "from.malformed"],
  [["<admin@legit.com>evil@attack.com"], false, "admin@legit.com", "from.malformed"],
  [["<admin@legit.com><evil@attack.com>"], false, "admin@legit.com", "from.malformed"],
  [['"admin@legit.com" <evil@attack.com>'], true, "evil@attack.com", "from.looks-like-address"],
  [["admin@legit.com(evil@attack.com)"], true, "admin@legit.com", "from.looks-like-address"],
  [["\u202egro.elpmaxe <evil@attack.com>"], true, "evil@attack.com", "from.bidi"],
  [["PayPal <a@p\u0430ypal.com>"], true, "a@p\u0430ypal.com", "from.confusable-domain"],
  [["PayPal <a@xn--pypal-4ve.com>"], true, "a@xn--pypal-4ve.com", "from.confusable-domain"],
  [["Ann"], false, "", "from.no-address"],
  [[`Ann <ann@${"x".repeat(330)}.example>`], false, "", "from.malformed"],
  [[], false, "", "from.missing"],
]

for (const [bodies, one, address, warning] of lines) {
  test(`From: ${JSON.stringify(bodies)} is ${one ? "one author" : "nobody proven"}${warning ? `, ${warning}` : ""}`, () => {
    const author = readAuthor(bodies.map((body) => Buffer.from(body).toString("latin1")))
    assert.equal(isOneAuthor(author), one, `warnings: ${author.warnings.join(" ")}`)
    assert.equal(author.from?.address ?? "", address)
    if (warning) assert.ok(author.warnings.includes(warning), `${author.warnings.join(" ")} should hold ${warning}`)
    else assert.deepEqual(author.warnings, [])
  })
}

test("an honest domain in another script, or near a known one, is nobody's lookalike", () => {
  for (const domain of ["почта.рф", "münchen.example", "paypal.com", "bücher.example", "example.com"]) {
    assert.deepEqual(readAuthor([Buffer.from(`a@${domain}`).toString("latin1")]).warnings, [], domain)
  }
})

test("what looks like a domain of ours imitates it; of two others that look alike, the later one does", () => {
  const known = new KnownLooks()
  known.addOthers(["paypal.com", "rousseau.example", "r0usseau.example", "sh0p.example"])
  known.addOurs(["care.shop.example", "corner.example"])
  const imitations = ["paypa1.com", "PAYPA1.com", "www.paypa1.com", "r0usseau.example", "sh0p.example", "comer.example", "shöp.example"]
  for (const domain of imitations) assert.equal(known.isImitation(domain), true, domain)
  for (const domain of [
    "paypal.com",
    "mail.paypal.com",
    "rousseau.example",
    "shop.example",
    "desk.shop.example",
    "corner.example",
    "example.com",
  ])
    assert.equal(known.isImitation(domain), false, domain)
})
