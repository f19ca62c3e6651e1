import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { createServer as createTlsServer } from "node:https"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { privateRanges, SafeFetch } from "#platform"
import { selfSigned } from "./certificate.ts"
import { closeAfterwards } from "./database.ts"

export const ISSUER = "https://sso.atelier-orme.example"
export const CLIENT = { clientId: "vigie", clientSecret: "a secret: of theirs/ours" }

export type Claims = Record<string, string | number | boolean | null>

/** An ID token about to be signed; a test bends it. */
export interface Draft {
  header: Record<string, string>
  claims: Claims
}

interface Granted {
  nonce: string
  challenge: string
  redirectUri: string
}

const RIGHT = generateKeyPairSync("rsa", { modulusLength: 2048 })
const WRONG = generateKeyPairSync("rsa", { modulusLength: 2048 })

/** An OpenID provider on loopback, as honest as a test lets it be. */
export class FakeProvider {
  readonly #server: Server
  readonly #codes = new Map<string, Granted>()
  #port = 0
  readonly #now: () => Date
  /** Who signs in there. */
  person: Claims = { sub: "orme-17", email: "ines.okafor@maison-rousseau.example", email_verified: true, name: "Ines Okafor" }
  /** Bends the ID token. */
  bend: (draft: Draft) => void = () => {}
  signing: "right" | "wrong" | "none" = "right"
  /** Bends what is found under the well-known address. */
  bendMetadata: (metadata: Record<string, unknown>) => void = () => {}
  readonly asked: string[] = []

  issuer = ISSUER
  /** What a process must trust to speak to it over TLS. */
  certificateFile = ""

  constructor(now: () => Date, tls?: { key: string; cert: string }) {
    this.#now = now
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    }
    this.#server = tls ? createTlsServer(tls, answer) : createServer(answer)
  }

  /** One that stands where it says it does, for a house in a process of its own and a browser. */
  static async overTls(): Promise<FakeProvider> {
    const made = await selfSigned("localhost")
    const folder = await mkdtemp(join(tmpdir(), "vigie-provider-"))
    closeAfterwards(() => rm(folder, { recursive: true }))
    const provider = new FakeProvider(() => new Date(), made)
    await provider.open()
    provider.issuer = `https://localhost:${provider.#port}`
    provider.certificateFile = join(folder, "cert.pem")
    await writeFile(provider.certificateFile, made.cert)
    return provider
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "localhost", resolve))
    const address = this.#server.address()
    this.#port = typeof address === "object" && address ? address.port : 0
    closeAfterwards(() => new Promise((resolve) => this.#server.close(() => resolve())))
  }

  /** The house's own way out, with the provider's name leading to loopback. */
  outbound(): Pick<SafeFetch, "get"> {
    const fetch = new SafeFetch(privateRanges(["localhost"]))
    closeAfterwards(() => fetch.close())
    return {
      get: (url, options) => {
        this.asked.push(String(url))
        return fetch.get(String(url).replace(ISSUER, `http://localhost:${this.#port}`), options)
      },
    }
  }

  /** Somebody agrees on the provider's page: the address their browser is sent back to. */
  agree(authorization: URL): URL {
    const asked = authorization.searchParams
    if (asked.get("code_challenge_method") !== "S256") throw new Error("no PKCE")
    const code = randomBytes(8).toString("hex")
    const redirectUri = asked.get("redirect_uri") ?? ""
    this.#codes.set(code, { nonce: asked.get("nonce") ?? "", challenge: asked.get("code_challenge") ?? "", redirectUri })
    const back = new URL(redirectUri)
    back.searchParams.set("code", code)
    back.searchParams.set("state", asked.get("state") ?? "")
    return back
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
    if (request.url === "/.well-known/openid-configuration") return void say(200, this.#metadata())
    if (request.url?.startsWith("/agreed?")) {
      const back = this.agree(new URL(request.url, this.issuer))
      return void response.writeHead(302, { location: back.href }).end()
    }
    if (request.url?.startsWith("/authorize?"))
      return void response
        .writeHead(200, { "content-type": "text/html" })
        .end(`<title>Orme</title><a role=button href="/agreed${request.url.slice("/authorize".length).replaceAll("&", "&amp;")}">Agree</a>`)
    if (request.url === "/keys")
      return void say(200, { keys: [{ ...RIGHT.publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" }] })
    if (request.url === "/userinfo") return void say(200, this.person)
    if (request.url !== "/token") return void say(404, {})
    const form = new URLSearchParams(await text(request))
    const granted = this.#codes.get(form.get("code") ?? "")
    this.#codes.delete(form.get("code") ?? "")
    const verified = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url")
    const [id = "", secret = ""] = Buffer.from((request.headers.authorization ?? "").replace(/^Basic /, ""), "base64")
      .toString()
      .split(":")
      .map((part) => decodeURIComponent(part.replaceAll("+", " ")))
    if (id !== CLIENT.clientId || secret !== CLIENT.clientSecret) return void say(401, { error: "invalid_client" })
    if (!granted || verified !== granted.challenge || form.get("redirect_uri") !== granted.redirectUri)
      return void say(400, { error: "invalid_grant" })
    say(200, { access_token: "at", token_type: "Bearer", expires_in: 60, id_token: this.#idToken(granted.nonce) })
  }

  #metadata(): Record<string, unknown> {
    const metadata: Record<string, unknown> = {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
    }
    this.bendMetadata(metadata)
    return metadata
  }

  #idToken(nonce: string): string {
    const seconds = Math.floor(this.#now().getTime() / 1000)
    const draft: Draft = {
      header: { alg: "RS256", kid: "k1" },
      claims: { ...this.person, iss: this.issuer, aud: CLIENT.clientId, iat: seconds, exp: seconds + 300, nonce },
    }
    this.bend(draft)
    const body = [draft.header, draft.claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")
    if (this.signing === "none") return `${body}.`
    return `${body}.${sign("sha256", Buffer.from(body), (this.signing === "wrong" ? WRONG : RIGHT).privateKey).toString("base64url")}`
  }
}
