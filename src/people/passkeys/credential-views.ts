import { z } from "@hono/zod-openapi"
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server"

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)
const base = { id: bytes, rawId: bytes, type: z.literal("public-key") }

/** What `navigator.credentials.create` gives, as JSON. Only the parts that are looked at are taken over. */
export const madeCredential = z
  .object({
    ...base,
    response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string().max(30)).max(10).optional() }),
  })
  .transform(({ response: { transports, ...response }, ...credential }): RegistrationResponseJSON => ({
    ...credential,
    clientExtensionResults: {},
    response: { ...response, ...(transports ? { transports } : {}) },
  }))

/** What `navigator.credentials.get` gives, as JSON. */
export const shownCredential = z
  .object({
    ...base,
    response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish() }),
  })
  .transform(({ response: { userHandle, ...response }, ...credential }): AuthenticationResponseJSON => ({
    ...credential,
    clientExtensionResults: {},
    response: { ...response, ...(userHandle ? { userHandle } : {}) },
  }))

export const creationOptions = z
  .custom<PublicKeyCredentialCreationOptionsJSON>()
  .openapi({ type: "object", description: "For navigator.credentials.create" })
export const requestOptions = z
  .custom<PublicKeyCredentialRequestOptionsJSON>()
  .openapi({ type: "object", description: "For navigator.credentials.get" })

/** The challenge that a credential answers, as it says itself; null when it says nothing readable. */
export function answeredChallenge(clientDataJSON: string): string | null {
  try {
    return z.object({ challenge: z.string().min(1).max(200) }).parse(JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")))
      .challenge
  } catch {
    return null // not JSON, or without a challenge: refused by whoever asked
  }
}
