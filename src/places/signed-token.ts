import { createPrivateKey, type KeyObject, sign } from "node:crypto"

/** A private key that can't be read as one. */
export class BadKey extends Error {
  override readonly name = "BadKey"
}

/** A JSON Web Token (RFC 7519) signed with a private key in PEM, for places that want one. @throws BadKey */
export function signedToken(
  algorithm: "RS256" | "ES256",
  header: Record<string, string>,
  claims: Record<string, string | number>,
  pem: string,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
  const text = `${part({ alg: algorithm, typ: "JWT", ...header })}.${part(claims)}`
  const signature = sign("sha256", Buffer.from(text), { key: keyOf(pem), dsaEncoding: "ieee-p1363" })
  return `${text}.${signature.toString("base64url")}`
}

function keyOf(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch (error) {
    throw new BadKey("not a private key in PEM", { cause: error })
  }
}
