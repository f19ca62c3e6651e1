/** The library that makes and checks passkeys: 300 modules, loaded when somebody uses one. */
export const passkeyChecks = () => import("@simplewebauthn/server")
