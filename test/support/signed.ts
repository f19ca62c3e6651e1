import { generateKeyPairSync } from "node:crypto"
import { dkimSign } from "mailauth"

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
})

/** A DNS in which these domains publish their key and ask that what isn't theirs be refused; others exist not at all. */
export function dnsOf(...domains: string[]): (name: string, rrtype: string) => Promise<string[][]> {
  return (name, rrtype) => {
    const domain = domains.find((each) => name === `s._domainkey.${each}` || name === `_dmarc.${each}`)
    if (rrtype === "TXT" && domain)
      return Promise.resolve([[name.startsWith("_dmarc") ? "v=DMARC1; p=reject" : `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`]])
    const exists = domains.some((each) => each === name || each.endsWith(`.${name}`) || name === `_domainkey.${each}`)
    return Promise.reject(Object.assign(new Error(`no ${name}`), { code: exists ? "ENODATA" : "ENOTFOUND" }))
  }
}

/** The mail with a domain's signature, as its own server sends it. */
export async function signedBy(domain: string, bytes: string): Promise<string> {
  const signature = { signingDomain: domain, selector: "s", privateKey, algorithm: "rsa-sha256" }
  const { signatures } = await dkimSign(Buffer.from(bytes, "utf8"), { ...signature, signatureData: [signature] })
  return signatures + bytes
}
