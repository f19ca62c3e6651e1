import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto"

/** What a test may bend of an answer. */
export interface Bent {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  /** User present 0x01, verified 0x04. */
  flags?: number
  counter?: number
  key?: KeyObject
  userHandle?: string
}

const PRESENT_AND_VERIFIED = 0x05
const NEW_CREDENTIAL = 0x40

/** An authenticator in software: ES256, self-made bytes (WebAuthn level 3 §6, CTAP2 canonical CBOR). */
export class SoftAuthenticator {
  readonly id = randomBytes(32)
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" })
  readonly #origin: string
  counter = 0
  userHandle = ""

  constructor(origin: string) {
    this.#origin = origin
  }

  create(options: Record<string, unknown>, bent: Bent = {}) {
    const user = options["user"] as { id: string }
    this.userHandle = user.id
    const data = this.#data(bent, NEW_CREDENTIAL, Buffer.concat([Buffer.alloc(16), uint16(this.id.length), this.id, this.#coseKey()]))
    const attestationObject = cborMap([
      [cborText("fmt"), cborText("none")],
      [cborText("attStmt"), cborMap([])],
      [cborText("authData"), cborBytes(data)],
    ])
    return {
      ...this.#named(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", String(options["challenge"]), bent).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      },
    }
  }

  get(options: Record<string, unknown>, bent: Bent = {}) {
    const clientData = this.#clientData("webauthn.get", String(options["challenge"]), bent)
    const data = this.#data(bent, 0, Buffer.alloc(0))
    const signed = Buffer.concat([data, createHash("sha256").update(clientData).digest()])
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, bent.key ?? this.#keys.privateKey).toString("base64url"),
        userHandle: bent.userHandle ?? this.userHandle,
      },
    }
  }

  #named() {
    const id = this.id.toString("base64url")
    return { id, rawId: id, type: "public-key", clientExtensionResults: { credProps: { rk: true } }, authenticatorAttachment: "platform" }
  }

  #clientData(type: string, challenge: string, bent: Bent): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? this.#origin,
        crossOrigin: false,
      }),
    )
  }

  #data(bent: Bent, more: number, rest: Buffer): Buffer {
    const rpId = createHash("sha256")
      .update(bent.rpId ?? new URL(this.#origin).hostname)
      .digest()
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(bent.counter ?? this.counter)
    return Buffer.concat([rpId, Buffer.from([(bent.flags ?? PRESENT_AND_VERIFIED) | more]), counter, rest])
  }

  /** COSE_Key: kty EC2, alg ES256, crv P-256, x, y (RFC 9053 §7.1.1). */
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" })
    return cborMap([
      [Buffer.from([0x01]), Buffer.from([0x02])],
      [Buffer.from([0x03]), Buffer.from([0x26])],
      [Buffer.from([0x20]), Buffer.from([0x01])],
      [Buffer.from([0x21]), cborBytes(Buffer.from(x, "base64url"))],
      [Buffer.from([0x22]), cborBytes(Buffer.from(y, "base64url"))],
    ])
  }
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  return length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.concat([Buffer.from([(major << 5) | 25]), uint16(length)])
}

function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
}

function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes])
}

function cborMap(pairs: [Buffer, Buffer][]): Buffer {
  return Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()])
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff])
}
