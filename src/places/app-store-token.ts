import { signedToken } from "./signed-token.ts"

/** A key of App Store Connect. */
export interface AppStoreKey {
  issuer: string
  keyId: string
  privateKey: string
}

/** A token for ten minutes (developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests). @throws BadKey */
export function appStoreToken({ issuer, keyId, privateKey }: AppStoreKey, now: Date): string {
  const iat = Math.floor(now.getTime() / 1000)
  return signedToken("ES256", { kid: keyId }, { iss: issuer, iat, exp: iat + 600, aud: "appstoreconnect-v1" }, privateKey)
}
