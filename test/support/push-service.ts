import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { closeAfterwards } from "./database.ts"
import type { Json } from "./house.ts"

const { subtle } = globalThis.crypto

interface Came {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A push service on this machine: keeps what it is given, and answers what it is told to. */
export class PushService {
  readonly came: Came[] = []
  readonly url: string
  status = 201

  private constructor(port: number) {
    this.url = `http://localhost:${port}`
  }

  static async open(): Promise<PushService> {
    let service: PushService | null = null
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        service!.came.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks) })
        response.writeHead(service!.status).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
    closeAfterwards(async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    })
    service = new PushService((server.address() as AddressInfo).port)
    return service
  }
}

/** A browser as a push service knows it: decrypts by RFC 8291, written from it with WebCrypto and not from the sender. */
export class PushedBrowser {
  readonly endpoint: string
  readonly keys: { p256dh: string; auth: string }
  readonly #pair: CryptoKeyPair
  readonly #point: Uint8Array<ArrayBuffer>
  readonly #auth: Uint8Array<ArrayBuffer>

  private constructor(endpoint: string, pair: CryptoKeyPair, point: ArrayBuffer) {
    this.endpoint = endpoint
    this.#pair = pair
    this.#point = new Uint8Array(point)
    this.#auth = crypto.getRandomValues(new Uint8Array(16))
    this.keys = { p256dh: Buffer.from(point).toString("base64url"), auth: Buffer.from(this.#auth).toString("base64url") }
  }

  static async open(endpoint: string): Promise<PushedBrowser> {
    const pair = await subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"])
    return new PushedBrowser(endpoint, pair, await subtle.exportKey("raw", pair.publicKey))
  }

  async read(body: Buffer): Promise<Json> {
    const bytes = new Uint8Array(body)
    const salt = bytes.slice(0, 16)
    const idLength = bytes[20]!
    const theirs = bytes.slice(21, 21 + idLength)
    const sender = await subtle.importKey("raw", theirs, { name: "ECDH", namedCurve: "P-256" }, false, [])
    const shared = await subtle.deriveBits({ name: "ECDH", public: sender }, this.#pair.privateKey, 256)
    const info = new Uint8Array([...new TextEncoder().encode("WebPush: info\0"), ...this.#point, ...theirs])
    const ikm = await derive(shared, this.#auth, info, 256)
    const key = await derive(ikm, salt, new TextEncoder().encode("Content-Encoding: aes128gcm\0"), 128)
    const iv = await derive(ikm, salt, new TextEncoder().encode("Content-Encoding: nonce\0"), 96)
    const aes = await subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"])
    const plain = new Uint8Array(await subtle.decrypt({ name: "AES-GCM", iv }, aes, bytes.slice(21 + idLength)))
    const end = plain.lastIndexOf(2) // the last record's delimiter; what follows is padding
    return JSON.parse(new TextDecoder().decode(plain.slice(0, end)))
  }
}

async function derive(secret: BufferSource, salt: BufferSource, info: BufferSource, bits: number): Promise<ArrayBuffer> {
  const key = await subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"])
  return subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, bits)
}

/** What a push service finds in `authorization` (RFC 8292), once the signature is right for the key; null where it isn't. */
export async function whoWrites(authorization: string, publicKey: string): Promise<Json> {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? []
  if (!token || key !== publicKey) return null
  const [head, claims, signature] = token.split(".")
  const point = await subtle.importKey("raw", Buffer.from(key, "base64url"), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"])
  const signed = new TextEncoder().encode(`${head}.${claims}`)
  const right = await subtle.verify({ name: "ECDSA", hash: "SHA-256" }, point, Buffer.from(signature!, "base64url"), signed)
  return right ? JSON.parse(Buffer.from(claims!, "base64url").toString()) : null
}
