import { z } from "@hono/zod-openapi"

export const signInState = z.object({ state: z.enum(["signed-in", "second-step"]) }).openapi("SignInState")

/** Which ways of signing in are open, and whether this browser still owes a code. */
export const waysView = z
  .object({
    password: z.boolean(),
    link: z.boolean(),
    passkey: z.boolean(),
    sso: z.object({ name: z.string() }).nullable(),
    secondStep: z.boolean(),
  })
  .openapi("SignInWays")
