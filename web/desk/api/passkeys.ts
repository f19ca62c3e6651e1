import type { StartAuthenticationOpts, StartRegistrationOpts } from "@simplewebauthn/browser"
import { post } from "./request.ts"

type Options = StartAuthenticationOpts["optionsJSON"]
type NewOptions = StartRegistrationOpts["optionsJSON"]

/** @throws Refused by the server, or the browser's own error when the person declines. */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import("@simplewebauthn/browser")
  const optionsJSON = await post<Options>("/api/sign-in/passkey/options")
  await post("/api/sign-in/passkey", await startAuthentication({ optionsJSON }))
}

export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import("@simplewebauthn/browser")
  const optionsJSON = await post<NewOptions>("/api/me/passkeys/options")
  await post("/api/me/passkeys", { name, response: await startRegistration({ optionsJSON }) })
}
