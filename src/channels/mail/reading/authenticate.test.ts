import assert from "node:assert/strict"
import { generateKeyPairSync } from "node:crypto"
import { test } from "node:test"
import { dkimSign } from "mailauth"
import { authenticateMail, type AuthenticationOptions } from "./authenticate.ts"
import type { Resolver } from "./authenticate.types.ts"
import { readMail } from "./read-mail.ts"

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
})
const key = `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`

/** A DNS that knows these TXT records and nothing else; `*.example.com` exists only where it's listed. */
const dns =
  (records: Record<string, string>): Resolver =>
  (name, rrtype) => {
    const found = rrtype === "TXT" ? records[name] : undefined
    if (found) return Promise.resolve([[found]])
    const exists = Object.keys(records).some((each) => each === name || each.endsWith(`.${name}`))
    return Promise.reject(Object.assign(new Error(`no ${name}`), { code: exists ? "ENODATA" : "ENOTFOUND" }))
  }

const mail = (from: string) =>
  `From: ${from}\r\nTo: desk@vigie.example\r\nSubject: Hello\r\nDate: Tue, 7 Apr 2026 10:00:00 +0000\r\nMessage-ID: <1@example.com>\r\n\r\nHello\r\n`

async function signed(raw: string, domain: string, maxBodyLength?: number): Promise<string> {
  const signature = {
    signingDomain: domain,
    selector: "s",
    privateKey,
    algorithm: "rsa-sha256",
    ...(maxBodyLength !== undefined && { maxBodyLength }),
  }
  const result = await dkimSign(Buffer.from(raw), { ...signature, signatureData: [signature] })
  return result.signatures + raw
}

async function identityOf(raw: string, records: Record<string, string>, options: AuthenticationOptions = {}) {
  const bytes = Buffer.from(raw)
  const { identity, reasons } = await authenticateMail(bytes, await readMail(bytes), { resolver: dns(records), ...options })
  return `${identity}: ${reasons[0]}`
}

const zone = { "s._domainkey.example.com": key, "_dmarc.example.com": "v=DMARC1; p=reject; np=reject; sp=quarantine" }

test("one author whose domain signed is verified", async () => {
  assert.equal(await identityOf(await signed(mail("Ann <ann@example.com>"), "example.com"), zone), "verified: dmarc.pass")
})

test("a subdomain is aligned with its organization by the tree walk (RFC 9989 § 4.10)", async () => {
  const zoned = { ...zone, "www.shop.example.com": "exists" }
  assert.equal(await identityOf(await signed(mail("ann@shop.example.com"), "example.com"), zoned), "verified: dmarc.pass")
})

test("psd=y ends the walk: a neighbour under the same public suffix proves nothing", async () => {
  const zoned = {
    "s._domainkey.evil.co.example": key,
    "_dmarc.co.example": "v=DMARC1; p=reject; psd=y",
    "_dmarc.bank.co.example": "v=DMARC1; p=reject",
  }
  assert.equal(await identityOf(await signed(mail("ann@bank.co.example"), "evil.co.example"), zoned), "failed: dmarc.fail")
})

test("SPF of the envelope's domain is enough when it's aligned", async () => {
  const zoned = { ...zone, "example.com": "v=spf1 ip4:192.0.2.1 -all" }
  const connection = { ip: "192.0.2.1", helo: "mx.example.com", sender: "bounces@example.com" }
  assert.equal(await identityOf(mail("ann@example.com"), zoned, { connection }), "verified: dmarc.pass")
})

for (const policy of ["none", "quarantine", "reject"]) {
  test(`an unsigned mail of a domain with p=${policy} has failed`, async () => {
    assert.equal(await identityOf(mail("ann@example.com"), { "_dmarc.example.com": `v=DMARC1; p=${policy}; pct=0` }), "failed: dmarc.fail")
  })
}

test("a signature of another domain proves nothing about the author", async () => {
  const zoned = { ...zone, "s._domainkey.attack.example": key }
  assert.equal(await identityOf(await signed(mail("ann@example.com"), "attack.example"), zoned), "failed: dmarc.fail")
})

test("a domain that publishes no policy is unverified, even signed", async () => {
  assert.equal(
    await identityOf(await signed(mail("ann@example.com"), "example.com"), { "s._domainkey.example.com": key }),
    "unverified: dmarc.none",
  )
})

test("an altered body has failed", async () => {
  const raw = (await signed(mail("ann@example.com"), "example.com")).replace("\r\n\r\nHello", "\r\n\r\nPay me")
  assert.equal(await identityOf(raw, zone), "failed: dmarc.fail")
})

test("a signature over the beginning of the body only doesn't verify what was put behind it", async () => {
  const raw = `${await signed(mail("ann@example.com"), "example.com", 5)}Pay me\r\n`
  assert.equal(await identityOf(raw, zone), "unverified: dkim.partial-body")
})

for (const [from, reason] of [
  ["ann@example.com, evil@example.com", "from.multiple"],
  ["Team: ann@example.com;", "from.group"],
  ['"a b"@example.com', "from.malformed"],
  ["evil@attack.example <ann@example.com>", "from.malformed"],
] as const) {
  test(`From: ${from} is unverified though its domain signed`, async () => {
    assert.equal(await identityOf(await signed(mail(from), "example.com"), zone), `unverified: ${reason}`)
  })
}

test("a second From in front of the signed one is unverified", async () => {
  const raw = `From: evil@example.com\r\n${await signed(mail("ann@example.com"), "example.com")}`
  assert.match(await identityOf(raw, zone), /^(?:unverified: from\.multiple|failed: )/)
})

test("offline nothing is asked", async () => {
  const resolver: Resolver = () => assert.fail("asked the DNS")
  assert.equal(
    await identityOf(await signed(mail("ann@example.com"), "example.com"), {}, { offline: true, resolver }),
    "unverified: not-checked",
  )
})

test("a DNS that doesn't answer costs its time and no more", async () => {
  const resolver: Resolver = () => new Promise(() => {})
  assert.equal(
    await identityOf(await signed(mail("ann@example.com"), "example.com"), {}, { timeoutMs: 50, resolver }),
    "unverified: dns.timeout",
  )
})

test("a DNS that fails for now proves nothing, and fails nobody", async () => {
  const resolver: Resolver = () => Promise.reject(Object.assign(new Error("servfail"), { code: "ESERVFAIL" }))
  assert.match(await identityOf(await signed(mail("ann@example.com"), "example.com"), {}, { resolver }), /^unverified: dmarc\.temperror/)
})

test("a thousand signatures are not checked", async () => {
  const raw = `${"DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s; h=from; bh=x; b=y\r\n".repeat(1_000)}${mail("ann@example.com")}`
  assert.equal(await identityOf(raw, zone), "unverified: signatures.too-many")
})
