import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto"
import { mkdir, readdir, readFile, unlink } from "node:fs/promises"
import { domainToASCII } from "node:url"
import { join } from "node:path"
import { promisify } from "node:util"
import { type Keys, openSecret, sealSecret, writeDurably } from "#platform"
import type { SigningKey } from "./sign.ts"

/** A TXT record that the operator puts into the DNS. */
export interface DnsRecord {
  name: string
  type: "TXT"
  value: string
}

interface Stored {
  domain: string
  keys: { selector: string; algorithm: SigningKey["algorithm"]; sealed: string }[]
}

const make = promisify(generateKeyPair)

/**
 * The keys that mail is signed with: made here, kept in the data folder, sealed, one file for a domain. Read and parsed once, for parsing
 * an RSA key costs more than signing with it.
 */
export class DkimKeys {
  readonly #folder: string
  readonly #keys: Keys
  readonly #known = new Map<string, SigningKey[]>()

  constructor(folder: string, keys: Keys) {
    this.#folder = folder
    this.#keys = keys
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    for (const name of await readdir(this.#folder)) {
      if (!name.endsWith(".json")) continue
      const stored = JSON.parse(await readFile(join(this.#folder, name), "utf8")) as Stored
      this.#known.set(
        stored.domain,
        stored.keys.map((key) => this.#read(stored.domain, key)),
      )
    }
  }

  domains(): string[] {
    return [...this.#known.keys()].sort()
  }

  /** The keys of a domain, or none: then its mail leaves unsigned. */
  of(domain: string): readonly SigningKey[] {
    return this.#known.get(normal(domain)) ?? []
  }

  /** Makes an RSA key of 2048 bits and, when asked, an Ed25519 one beside it. A domain that has keys keeps them. */
  async make(domain: string, at: Date, options: { ed25519?: boolean } = {}): Promise<readonly SigningKey[]> {
    const name = normal(domain)
    if (this.of(name).length > 0) return this.of(name)
    const stamp = at.toISOString().slice(0, 10).replaceAll("-", "")
    const made: SigningKey[] = [
      { selector: `vigie${stamp}r`, algorithm: "rsa-sha256", privateKey: (await make("rsa", { modulusLength: 2048 })).privateKey },
    ]
    if (options.ed25519)
      made.push({ selector: `vigie${stamp}e`, algorithm: "ed25519-sha256", privateKey: (await make("ed25519")).privateKey })
    const keys = made.map(({ selector, algorithm, privateKey }) => ({
      selector,
      algorithm,
      sealed: this.#seal(name, selector, privateKey),
    }))
    await writeDurably(this.#path(name), JSON.stringify({ domain: name, keys } satisfies Stored, null, 2))
    this.#known.set(name, made)
    return made
  }

  /** Forgets a domain's keys: its mail leaves unsigned from now on. */
  async remove(domain: string): Promise<void> {
    const name = normal(domain)
    if (!this.#known.delete(name)) return
    await unlink(this.#path(name))
  }

  /** What belongs into the DNS for a domain's keys. */
  records(domain: string): DnsRecord[] {
    return this.of(domain).map(({ selector, algorithm, privateKey }) => {
      const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" })
      const [kind, key] = algorithm === "rsa-sha256" ? ["rsa", spki] : ["ed25519", spki.subarray(-32)]
      return {
        name: `${selector}._domainkey.${normal(domain)}`,
        type: "TXT",
        value: `v=DKIM1; k=${kind}; p=${Buffer.from(key as Uint8Array).toString("base64")}`,
      }
    })
  }

  #read(domain: string, { selector, algorithm, sealed }: Stored["keys"][number]): SigningKey {
    const pem = openSecret(this.#keys, about(domain, selector), Buffer.from(sealed, "base64"))
    return { selector, algorithm, privateKey: createPrivateKey(pem) }
  }

  #seal(domain: string, selector: string, key: KeyObject): string {
    return sealSecret(this.#keys, about(domain, selector), key.export({ type: "pkcs8", format: "pem" }).toString()).toString("base64")
  }

  #path(domain: string): string {
    return join(this.#folder, `${domain}.json`)
  }
}

function about(domain: string, selector: string): string {
  return `dkim ${selector}._domainkey.${domain}`
}

/** In ASCII, lower case. What isn't a domain name can't become a file name. */
function normal(domain: string): string {
  const name = domainToASCII(domain.toLowerCase())
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name) || name.includes("..")) throw new Error("not a domain name")
  return name
}
